/** Says where a peer listens, as the desk's start line does; the driver waits for it. */
export const listening = (address) => process.stdout.write(`listens on http://127.0.0.1:${address.port}/\n`);
