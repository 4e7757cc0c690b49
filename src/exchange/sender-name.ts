/** Who says a reply: the desk, or somebody at the helpdesk by name. */
const DESK = 'Activation Desk';

export const senderOf = (staff: string | undefined) => ({ id: 'activation-desk', name: staff ?? DESK, role: 'bot' });

/** The name of who at the helpdesk said a stored reply; undefined where the desk itself did. */
export const nameOfStaff = (sender: unknown): string | undefined => {
  const from = typeof sender === 'object' && sender !== null && 'role' in sender && 'name' in sender ? sender : undefined;
  return from?.role === 'bot' && typeof from.name === 'string' && from.name !== DESK ? from.name : undefined;
};
