/** Something the person at the terminal can solve: shown as it is, without a stack. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
