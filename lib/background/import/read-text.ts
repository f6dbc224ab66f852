/** The text of a file, piece by piece; `onBytes` is told how many bytes were read so far. */
export async function* readText(file: Blob, onBytes: (done: number) => void = () => {}): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let done = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      done += read.value.byteLength;
      onBytes(done);
      yield decoder.decode(read.value, { stream: true });
    }
    const rest = decoder.decode();
    if (rest) yield rest;
  } finally {
    await reader.cancel();
  }
}

/** The first `chars` characters of a file, or a few more. */
export async function readHead(file: Blob, chars: number): Promise<string> {
  let head = '';
  for await (const piece of readText(file)) {
    head += piece;
    if (head.length >= chars) break;
  }
  return head;
}
