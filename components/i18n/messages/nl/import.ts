export const importing = {
  title: 'Importeren',
  lead: 'Eerst wordt alles gecontroleerd; er wordt niets geschreven voordat u akkoord geeft.',
} as const;
