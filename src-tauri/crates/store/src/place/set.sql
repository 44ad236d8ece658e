INSERT INTO own_place (name, parent, kind, aliases)
VALUES (:name, :parent, :kind, :aliases)
ON CONFLICT DO UPDATE SET parent = excluded.parent, kind = excluded.kind, aliases = excluded.aliases
