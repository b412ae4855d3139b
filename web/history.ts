// SPDX-License-Identifier: Apache-2.0

/** What was, for undo and redo. States are immutable, so keeping one costs a reference. */
export class History<State> {
  private past: State[] = [];
  private future: State[] = [];

  constructor(private present: State) {}

  get now(): State {
    return this.present;
  }
  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  change(next: State): void {
    this.past.push(this.present);
    this.future = [];
    this.present = next;
  }
  /** Takes back a change that came to nothing: it was never there, so there is nothing to redo. */
  drop(): void {
    this.undo();
    this.future.pop();
  }
  undo(): boolean {
    const before = this.past.pop();
    if (before === undefined) return false;
    this.future.push(this.present);
    this.present = before;
    return true;
  }
  redo(): boolean {
    const after = this.future.pop();
    if (after === undefined) return false;
    this.past.push(this.present);
    this.present = after;
    return true;
  }
}
