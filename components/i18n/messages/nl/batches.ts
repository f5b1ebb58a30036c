export const batches = {
  title: 'Batches',
  lead: 'Wat loopt, wat op u wacht en wat klaar is.',
  tray: 'Lopende batches',
} as const;
