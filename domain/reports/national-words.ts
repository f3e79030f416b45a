import type { NationalComparison } from './national-file.ts';
import { cellInWords } from './report-table.ts';

/** What the comparison of one organisation shows, in a sentence or two. */
export function nationalInWords({ measures }: Pick<NationalComparison, 'measures'>): string {
  const of = (key: string) => measures.find((measure) => measure.key === key);
  const sentence = (key: string, what: string) => {
    const measure = of(key);
    if (measure === undefined || measure.difference === null) return [];
    const { kind, national, ours } = measure;
    const published = typeof national === 'number' ? cellInWords(national, kind) : '';
    return [`${what}: ${published} published, ${cellInWords(ours, kind)} by our record.`];
  };
  const sentences = [
    ...sentence('discharged', 'Patients discharged'),
    ...sentence('on_ready_date', 'Discharged on their ready date'),
    ...sentence('bed_days', 'Bed days lost'),
  ];
  return sentences.length === 0
    ? 'The file has none of the main measures of this organisation, or we have no discharges.'
    : sentences.join(' ');
}
