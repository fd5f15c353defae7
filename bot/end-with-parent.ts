/**
 * Loaded into a program that we start: it ends when we do, even by `kill -9`, which lets nobody say goodbye.
 * The system closes our end of its input then.
 */
process.stdin.once('close', () => process.exit());
process.stdin.resume();
