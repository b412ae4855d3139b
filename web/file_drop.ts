// SPDX-License-Identifier: Apache-2.0

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Files dropped anywhere on the page. */
export class FileDrop implements ReactiveController {
  over = false;

  constructor(private readonly host: ReactiveControllerHost, private readonly take: (files: File[]) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("dragover", this.dragged);
    document.addEventListener("dragleave", this.left);
    document.addEventListener("drop", this.dropped);
  }
  hostDisconnected(): void {
    document.removeEventListener("dragover", this.dragged);
    document.removeEventListener("dragleave", this.left);
    document.removeEventListener("drop", this.dropped);
  }

  private readonly dragged = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.show(true);
  };
  private readonly left = (event: DragEvent) => {
    if (event.relatedTarget === null) this.show(false);
  };
  private readonly dropped = (event: DragEvent) => {
    this.show(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.take(files);
  };

  private show(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}
