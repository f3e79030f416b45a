import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Choose = (axe: AxeBuilder) => AxeBuilder;

/** Every rule that WCAG 2.2 AA and good practice ask for. */
export const everything: Choose = (axe) => axe.withTags(TAGS);

/** What a change of colours alone can break. */
export const colours: Choose = (axe) => axe.withRules(['color-contrast', 'link-in-text-block']);

/** Every fault with the part of the page that has it: a failure says where to look. */
export async function faultsOf(page: Page, choose: Choose): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations, passes } = await choose(axe).analyze();
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  );
}
