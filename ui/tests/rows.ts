// Invented rows for the component tests.
import type { ObservationRow } from '../src/lib/types/ObservationRow';

export function observation(change: Partial<ObservationRow> = {}): ObservationRow {
  return {
    id: 1,
    indicators: ['规模以上工业总产值'],
    family: null,
    measure: 'total',
    subject: '云汀园',
    period: '2023',
    period_label: '2023年',
    value: '41250000000',
    value_max: null,
    unit: '元',
    qualifier: 'exact',
    label: '412.5亿元',
    printed: '412.5亿元',
    whole: null,
    status: 'actual',
    confidence: 0.96,
    accepted: true,
    rejected: false,
    page: 1,
    page_name: '2024-02-26.txt',
    headline: '云汀园交出全年答卷',
    sentence: '云汀园去年规模以上工业总产值412.5亿元。',
    ...change,
  };
}
