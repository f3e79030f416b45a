/** Why the hub cannot start, as one line for whoever started it; it never comes with a stack. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
