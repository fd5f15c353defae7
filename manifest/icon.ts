/** Checks an icon without drawing it: that it is a PNG, and its size. */

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** @param edge in pixels; icons are square. */
export function problemsOfIcon(name: string, bytes: Uint8Array, edge: number): string[] {
  if (bytes.length < 24 || PNG.some((byte, at) => bytes[at] !== byte)) return [`${name}: it is not a PNG.`];
  // The first chunk is the header, with width and height in it (PNG specification, 11.2.1).
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [width, height] = [header.getUint32(16), header.getUint32(20)];
  return width === edge && height === edge
    ? []
    : [`${name}: it is ${width} by ${height} pixels. Make it ${edge} by ${edge}.`];
}
