/** "1 warning", "2 warnings": a number never stands beside the wrong word. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
