/** Whether a tracker's name fits a declared name, in which `*` stands for any run of characters. Linear in the name's length. */
export function matchesName(pattern: string, name: string): boolean {
  const parts = pattern.split('*');
  const tail = parts.pop() as string;
  let at = 0;
  const fits = parts.every((part, index) => {
    const found = name.indexOf(part, at);
    at = found + part.length;
    return index ? found >= 0 : found === 0;
  });
  return parts.length ? fits && name.slice(at).endsWith(tail) : tail === name;
}
