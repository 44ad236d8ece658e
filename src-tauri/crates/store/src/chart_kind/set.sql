INSERT INTO chart_kind (chart, kind) VALUES (:chart, :kind)
ON CONFLICT (chart) DO UPDATE SET kind = excluded.kind
