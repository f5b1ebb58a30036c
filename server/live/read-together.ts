/**
 * Reads of the same thing, shared: whoever asks while it is being read gets the next reading, together with all others who asked by
 * then. What one gets was thus always read after one asked, and a crowd costs two readings.
 */
export function readTogether<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const underWay = new Map<string, Promise<Value>>();
  const next = new Map<string, Promise<Value>>();

  const begin = (key: string): Promise<Value> => {
    const reading = read(key).finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  };
  const after = (key: string, reading: Promise<Value>): Promise<Value> => {
    const begun = () => {
      next.delete(key);
      return begin(key);
    };
    const shared = reading.then(begun, begun);
    next.set(key, shared);
    return shared;
  };
  return (key) => {
    const reading = underWay.get(key);
    return reading ? (next.get(key) ?? after(key, reading)) : begin(key);
  };
}
