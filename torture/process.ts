import type { Start } from './desk.ts';

// A desk that starts when it is told to: all is loaded by then, so that a life takes no longer than what is to be seen of it.
const { open } = process.argv.includes('light') ? await import('./light.ts') : await import('./whole.ts');

process.once('message', async ({ database, death }: Start) => {
  if (death !== undefined) (await import('./dies.ts')).diesAt(death);
  const url = await open(database);
  process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() }));
  process.send?.({ url });
});
// It does not outlive whoever started it.
process.once('disconnect', () => process.exit(0));
