import type { ReviewBand } from '../../domain/review/long-stays.ts';
import { reviewBandOf } from '../../domain/review/long-stays.ts';
import type { LongStayFile } from '../../server/long-stay-files.ts';

/** The list of long stays, or of one band. */
export function reviewPath(band: ReviewBand): string {
  return `/review?nights=${band}`;
}

export function reviewFilePath({ band, format }: LongStayFile): string {
  return `/review/file?nights=${band}&format=${format}`;
}

/** Where a file that takes a while is waited for. */
export function reviewPreparingPath(wanted: LongStayFile): string {
  return reviewFilePath(wanted).replace('/file?', '/file/preparing?');
}

/** Which file an address asks for; not found where it names none. */
export function readReviewFile(request: Request): LongStayFile {
  const params = new URL(request.url).searchParams;
  const format = (['csv', 'xlsx'] as const).find((each) => each === params.get('format'));
  if (format === undefined) throw new Response(null, { status: 404 });
  return { band: reviewBandOf(params.get('nights')), format };
}
