import type { Request, Response } from 'express';

/** Whether a program asks, which reads JSON, or a person, who reads a page. */
export function isApi(req: Request): boolean {
  return /^\/api(\/|$)/i.test(req.path);
}

/** A page that needs nothing else: for refusals before the pages, and for faults. */
export function sendSmallPage(res: Response, status: number, title: string, sentence: string) {
  res
    .status(status)
    .type('html')
    .send(
      [
        '<!doctype html>',
        '<html lang="en-GB">',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${title} – Discharge Hub</title>`,
        `<main><h1>${title}</h1><p>${sentence}</p><p><a href="/">Go to the Discharge Hub</a></p></main>`,
        '</html>',
      ].join('\n'),
    );
}
