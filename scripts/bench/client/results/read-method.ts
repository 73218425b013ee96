/** Takes the method out of the comment at the head of the benchmark; it is Markdown. Throws where there is none. */
export function readMethod(source: string): string {
  const lines = source.split('\n');
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('//')),
  );
  const from = comment.indexOf('// Method.');
  if (from < 0) throw new Error('The benchmark does not say its method');
  return comment
    .slice(from + 1)
    .map((line) => line.replace(/^\/\/ ?/, ''))
    .join('\n')
    .trim();
}
