/** What `mf-card preview` tells of the file it was started with. */
export interface FileNews {
  /** As it was written on the command line. */
  readonly path: string;
  /** `null` when it can't be read. */
  readonly text: string | null;
  /** Why it can't be read, or what is wrong with how it is written. */
  readonly problem: string | null;
}

/** The file beside this page, as `mf-card preview` serves it. */
export interface ServedFile {
  readonly first: FileNews;
  /**
   * Tells of each change, and with `null` that the tool has ended.
   *
   * @param signal - ends it.
   */
  follow(tell: (news: FileNews | null) => void, signal: AbortSignal): void;
}

/** @returns `null` where there is none. */
export async function openServedFile(address: string): Promise<ServedFile | null> {
  const changes = new EventSource(address);
  const first = await new Promise<FileNews | null>((resolve) => {
    changes.onmessage = ({ data }: MessageEvent<string>) => resolve(newsOf(data));
    changes.onerror = () => resolve(null);
  });
  if (!first) {
    changes.close();
    return null;
  }
  return {
    first,
    follow(tell, signal) {
      changes.onmessage = ({ data }: MessageEvent<string>) => tell(newsOf(data));
      // It goes on trying: the tool may be started again.
      changes.onerror = () => tell(null);
      signal.addEventListener('abort', () => changes.close());
    },
  };
}

function newsOf(data: string): FileNews {
  return JSON.parse(data) as FileNews;
}
