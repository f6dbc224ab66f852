/** A handler that hears only the reader: events that scripts of the page make up are not trusted. */
export function trusted<Kind extends Event>(handler: (event: Kind) => void): (event: Kind) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}
