/** What to bring to the visits of the cast, and how to prepare for them. */
export const instructions = {
  child: {
    fr: 'Apportez le carnet de santé et la carte Vitale du parent auquel l’enfant est rattaché.',
    en: 'Bring the child’s health record and the carte Vitale of the parent whose cover the child is on.',
  },
  childCheckUp: {
    fr: 'Apportez le carnet de santé, la carte Vitale et les derniers résultats. Prévoyez un doudou et un vêtement facile à enlever.',
    en: 'Bring the child’s health record, the carte Vitale and recent results. A soft toy helps, and clothes that come off easily.',
  },
  childVaccine: {
    fr: 'Apportez le carnet de santé et le vaccin, gardé au frais depuis la pharmacie. En cas de fièvre, appelez-nous avant de venir.',
    en: 'Bring the child’s health record and the vaccine, kept cold since the pharmacy. If there is a fever, call us before you come.',
  },
  adult: {
    fr: 'Apportez votre carte Vitale et la liste de vos médicaments.',
    en: 'Bring your carte Vitale and the list of your medicines.',
  },
  adultCheckUp: {
    fr: 'Venez à jeun depuis douze heures : eau seulement. Apportez votre carte Vitale et vos derniers résultats.',
    en: 'Come having eaten nothing for twelve hours: water only. Bring your carte Vitale and your latest results.',
  },
  adultVaccine: {
    fr: 'Apportez votre carte Vitale, le carnet de vaccination et le vaccin, gardé au frais. Mettez un haut à manches courtes.',
    en: 'Bring your carte Vitale, your vaccination record and the vaccine, kept cold. Wear short sleeves.',
  },
  heart: {
    fr: 'Apportez le courrier de votre médecin, vos ordonnances et vos anciens électrocardiogrammes.',
    en: 'Bring your doctor’s letter, your prescriptions and earlier electrocardiograms.',
  },
  heartTest: {
    fr: 'Venez en tenue de sport, avec des baskets et une serviette. Mangez légèrement deux heures avant, sans café. N’arrêtez aucun médicament sans nous appeler.',
    en: 'Come in sports clothes, with trainers and a towel. Eat lightly two hours before, no coffee. Do not stop any medicine without calling us.',
  },
  scan: {
    fr: 'Apportez votre ordonnance et vos échographies précédentes. Buvez un demi-litre d’eau une heure avant et gardez la vessie pleine.',
    en: 'Bring your prescription and earlier scans. Drink half a litre of water an hour before and keep your bladder full.',
  },
} as const
