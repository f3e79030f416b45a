import * as z from 'zod/mini';
import type { NoticeKind } from '../../domain/notices/notice-kinds.ts';
import { NOTICE_KINDS } from '../../domain/notices/notice-kinds.ts';

/** What a form on the page of notices asks for. */
export type NoticeOrder = { ids: number[] } | { upToId: number } | { kinds: NoticeKind[] };

const number = z.pipe(
  z.string().check(z.regex(/^\d{1,15}$/)),
  z.transform((text: string) => Number(text)),
);
const order = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('read'),
    ids: z.array(number).check(z.minLength(1), z.maxLength(500)),
  }),
  z.object({ intent: z.literal('read-all'), upToId: number }),
  z.object({ intent: z.literal('settings'), kinds: z.array(z.enum(NOTICE_KINDS)) }),
]);

/** Null for what no form of the page sends. */
export function readOrder(form: FormData): NoticeOrder | null {
  const parsed = order.safeParse({
    intent: form.get('intent'),
    ids: form.getAll('id'),
    upToId: form.get('upToId'),
    kinds: form.getAll('kind'),
  });
  if (!parsed.success) return null;
  const { intent: _intent, ...rest } = parsed.data;
  return rest;
}
