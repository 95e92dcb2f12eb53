import { foldedWords, wordsToFind } from '@/lib/domain/people/fold'
import type { Specialty } from '@/lib/domain/people/specialties'

/** What people call each specialty and those who have it, in both languages; whom and what they care for. */
const called: Record<Specialty, string> = {
  general:
    'médecine générale, médecin généraliste, médecin traitant, médecin de famille, omnipraticien; ' +
    'general practice, general practitioner, GP, family doctor, family medicine',
  pediatrics:
    'pédiatrie, pédiatre, enfant, bébé, nourrisson; ' +
    'paediatrics, pediatrics, paediatrician, pediatrician, child, children, kid, baby',
  cardiology: 'cardiologie, cardiologue, cœur, tension; cardiology, cardiologist, heart, blood pressure',
  gynaecology:
    'gynécologie, gynécologue, gynéco, obstétrique, grossesse, contraception; ' +
    'gynaecology, gynecology, gynaecologist, gynecologist, obstetrics, pregnancy',
  allergology: 'allergologie, allergologue, allergie; allergology, allergist, allergy',
  dentistry: 'dentisterie, dentiste, chirurgien-dentiste, dent, odontologie; dentistry, dentist, tooth, teeth',
  dermatology: 'dermatologie, dermatologue, dermato, peau; dermatology, dermatologist, skin',
  endocrinology:
    'endocrinologie, endocrinologue, diabète, diabétologue, thyroïde; endocrinology, endocrinologist, diabetes, thyroid',
  gastroenterology:
    'gastro-entérologie, gastro-entérologue, gastroentérologue, estomac, intestin, foie; gastroenterology, gastroenterologist, stomach, bowel, liver',
  geriatrics: 'gériatrie, gériatre, personne âgée; geriatrics, geriatrician, older people',
  neurology: 'neurologie, neurologue, cerveau, migraine; neurology, neurologist, brain, headache',
  ophthalmology: 'ophtalmologie, ophtalmologue, ophtalmo, œil, yeux, vue; ophthalmology, ophthalmologist, eye, sight',
  orthopaedics:
    'orthopédie, orthopédiste, chirurgien orthopédique, os, articulation; orthopaedics, orthopedics, orthopaedist, orthopedist, bone, joint',
  otolaryngology:
    'ORL, oto-rhino-laryngologie, oto-rhino, oreille, nez, gorge; ENT, otolaryngology, otolaryngologist, ear, nose and throat',
  psychiatry: 'psychiatrie, psychiatre; psychiatry, psychiatrist, mental health',
  pulmonology:
    'pneumologie, pneumologue, poumon, asthme; respiratory medicine, pulmonology, pulmonologist, lung, asthma',
  radiology:
    'radiologie, radiologue, radio, imagerie, échographie, scanner, IRM; radiology, radiologist, imaging, ultrasound, MRI, X-ray',
  rheumatology: 'rhumatologie, rhumatologue, rhumatisme, arthrose; rheumatology, rheumatologist, arthritis',
  urology: 'urologie, urologue, prostate, vessie; urology, urologist, prostate, bladder',
}

/** Folding a clinic's names costs more than comparing them: what was folded is kept, unless it is too much. */
const kept = new Map<string, readonly string[]>()
const keptMax = 2_000

/** Returns the words by which somebody of this name is found, folded. */
export function nameWords({ name }: { name: string }): readonly string[] {
  return keep(`name ${name}`, () => wordsToFind(name))
}

/** Returns the words by which a specialty is found, folded; none for one that is not ours. */
export function specialtyWords(specialty: string): readonly string[] {
  return keep(`specialty ${specialty}`, () => foldedWords(called[specialty as keyof typeof called] ?? ''))
}

/** Returns the words by which a visit type is found, in both languages, folded. */
export function typeWords({ name }: { name: { fr: string; en: string } }): readonly string[] {
  return keep(`type ${name.fr} ${name.en}`, () => foldedWords(`${name.fr} ${name.en}`))
}

function keep(key: string, work: () => readonly string[]): readonly string[] {
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= keptMax) kept.clear()
  const words = work()
  kept.set(key, words)
  return words
}
