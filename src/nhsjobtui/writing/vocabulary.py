"""The things that person specifications ask for, each with the words they are asked for in.

A star at a word stands for any ending, one that stands alone for up to three words. The first line
that fits a stretch of words takes it, so what is longer or more particular stands above what is
general. A number is the weight of what is asked for, where many criteria mention it beside what
they are about; it is 1 where none stands there, and 0 for what is only to be passed over.
"""

from collections.abc import Iterator

_CONCEPTS = """
nothing (0): degree of, in order to
medical register: gmc, general medical council, licence to practi*, license to practi*
data protection: in confidence, sensitive information, confidential*, discretion, discreet*,
    information governance, data protection, gdpr, caldicott, data security
mental capacity: mental capacity act, mental capacity, capacity act, mca, dols, deprivation of
    liberty, consent*, best interests
mental health act: mental health act, mha, sectioned, sectioning
criminal record: dbs, disclosure and barring, criminal record*, crb, police check*, barring
    service, disclosure check*, disclosure*
health and safety: safe systems of work, lifting regulations, fire, health and safety, coshh,
    riddor, fire safety
evidence-based practice: evidence based, evidence base, research evidence, research based,
    research, clinical trial*, critical* apprais*
public health: public health, health promotion, health education, promot* health, healthy
    lifestyle*, self care, self management, self manage, manage their own condition*, manage
    their condition*, manage their own health, prevention of ill health
professional development: willing to learn, keen to learn, desire to learn, learn and develop,
    eager to learn, enthusias* to learn, undertake further training, further training and
    development, reflective pract*, reflect*, own training, training and development, develop
    own skills, develop own practice, develop professionally, update* own *, update skills,
    update knowledge, learning and development, additional training, in house training, continu*
    professional development, professional development, cpd, ongoing learning, lifelong
    learning, continu* learning, own learning, own development, personal development, self
    development, further study, post registration study, study after registration, post
    registration education, post registration training, post registration course*, professional
    portfolio, portfolio of learning, continu* education, keep* up to date, keep* own * up to
    date, keep* knowledge up to date, keep* skills up to date, keep* practice up to date,
    revalidation, keep* abreast, further training, recent study, recent learning, continu* to
    learn, continu* to develop, development of self
infection control: infection prevention, infection control, infection*, ipc, hand hygiene,
    aseptic, asepsis, antt, hand washing, cross infection
safeguarding: children act, childrens act, children s act, level 3 safeguarding, looked after
    children, at risk, prevent duty, domestic violence, domestic abuse, working together,
    safeguard*, child protection, adult protection, adults at risk, children at risk, people at
    risk, protect* vulnerable *, protect* * from abuse, protection of vulnerable *, from abuse,
    abuse, neglect, vulnerable adults and children, vulnerable adult*
learning disability: learning disab*, intellectual disab*, autis*, neurodivers*
resuscitation: airway, defibrillat*, first aid, first aider, basic life support, immediate life
    support, advanced life support, life support, resus*, bls, ils, als, cpr, cardiac arrest*,
    arrest call*
vital signs: vital sign*, observations, early warning, news2, news 2, news score*, deteriorat*,
    physiological measurement*, blood pressure, acutely unwell, escalat*, clinical observation*
wounds: wound*, tissue viability, pressure ulcer*, pressure area*, pressure sore*, pressure
    damage, leg ulcer*, ulcer*, dressings
dexterity: manual dexterity, dexter*, hand eye
medical terms: medical terminology, clinical terminology, medical terms, clinical terms, medical
    language, terminology
end of life: syringe driver*, gold standards framework, loss, funeral*, last offices, end of
    life, palliative, dying, terminal* ill*, hospice*, bereave*, advance care plan*, last days
    of life
long-term conditions: heart failure, respiratory disease, long term condition*, chronic
    disease*, chronic condition*, chronic illness*, ltc*
life with dementia: dementia, alzheimer*, cognitive impairment, memory loss, memory problem*,
    delirium, confusion, confused
customer service: visitors, members of public, greet*, welcom*, callers, service user enquiries,
    meet and greet, customer service*, customer care, customer facing, customer focus*,
    customer*, front line, frontline, front facing, front of house, front desk, public facing,
    general public, members of the public, member of the public, the public, receptionist,
    reception, enquir*, queries, face to face, telephone*, phone*, switchboard, call handling,
    call centre
complaints: complaint*, pals
change: change management, manag* change*, organisational change, service change*, lead* change,
    led change, implement* change*, transformation*, change programme*, culture change
budgets: budget*, financ*, cost improvement*, cost saving*, resource management, procurement,
    expenditure
projects: project*, prince2
payroll: payroll, pay and conditions, salaries
waiting lists: rtt, referral to treatment, 18 week*, waiting time*, cancer wait*, two week
    wait*, pathway coordinat*, patient tracking list*, diary management, diaries, diary, waiting
    list*, appointment*, clinic booking*, booking*, book* patients, book* clinics, outpatient*
typing: typing, typist, audio*, keyboard*, words per minute, wpm, dictation
minutes: minute taking, taking minutes, take minutes, takes minutes, take * minutes, taking *
    minutes, minutes of meetings, minutes, servicing meetings, service meetings
clinical systems: icnet, ice, careflow, epic, pacs, ris, oracle health, electronic notes,
    electronic clinical records, electronic prescribing, electronic patient record*, electronic
    health record*, electronic record*, systmone, system one, systm one, emis, epr, ehr, rio,
    cerner, lorenzo, clinical system*, patient administration system*, patient information
    system*, pas, clinical software
discharge: discharg*, patient flow, bed management
technical computing: server*, networking, programming, software develop*, web develop*,
    website*, sql, python, cyber*
computers: computer litera*, computer skill*, ecdl, european computer driving licence, it
    qualification, it system*, it package*, it skill*, it competen*, online, powerpoint,
    desktop, office 365, teams software, access database*, email*, typing and computer,
    information technology, it literate, computer*, microsoft, ms office, excel, outlook,
    spreadsheet*, word processing, ict, digital*, software, office packages, packages, email, e
    mail, databases, word
swallowing: dysphagi*, swallow*
therapy in groups: group work, groupwork, therapeutic group*, therapy group*, group therapy,
    group sessions, running groups, run groups, facilitat* groups
talking therapies: cognitive behaviour*, cbt, dbt, emdr, psychological therap*, talking therap*,
    psychotherap*, psychological intervention*, iapt, counselling
limits of one's role: own limitation*, own competence, scope of * practice, scope of practice,
    limits of *, professional boundar*, accountab*, nmc code, code of professional conduct,
    professional conduct, professional code
heart tracings: ecg*, electrocardiogra*, 12 lead
diabetes: diabet*, insulin
breathing: respiratory, copd, asthma, spirometry, oxygen therapy, tracheostom*, niv, ventilat*
stroke: stroke*, neurolog*, neuro, parkinson*, epilep*
cancer: cancer*, oncolog*, chemotherapy, haemato*, sact, radiotherapy
heart: cardiac, cardiolog*, coronary, angina
kidneys: renal, dialysis, nephrolog*, kidney*
catheters: catheter*, continence, bowel*, stoma*, urology
nutrition: nutrition*, dietet*, malnutrition, must score, peg feed*, enteral
falls and rehabilitation: rehab*, reablement, falls, mobilis*, mobility, therapy programme*,
    exercise programme*
occupational therapy: occupational therap*
imaging: x ray*, xray*, ct, mri, ultrasound*, imaging, radiograph*, radiolog*, irmer, mammogra*,
    radiation
muscles and joints: musculoskeletal, msk, orthopaedic*, fractur*, plaster*
maternity: matern*, antenatal, postnatal, intrapartum, labour ward, birth*, breastfeed*, infant
    feeding, obstetric*, pregnan*, delivering babies
substance misuse: substance *use, substance misuse, alcohol, addiction*, drug and alcohol, drug
    misuse
prison and forensic care: forensic, prison*, offender*, secure unit*, secure setting*
immunisation: vaccin*, immunis*, cold chain
stock: stock*, ordering, order supplies, supplies, supply chain, stores, inventory
cleaning: clean* schedule*, clean* equipment, colour cod*, domestic clean*, clean* duties,
    cleaner, cleanliness, cleaning, housekeep*
food: food hygiene, food safety, catering, cook*, kitchen*, chef, haccp
reports: report writing, writ* * reports, produc* * reports, prepar* * reports, clear * reports,
    reports
ordering of care records: clinical coding, icd 10, opcs, coding
interpreting: welsh, bilingual, second language, sign language, bsl, polish, urdu
cash: cash*, petty cash, invoic*, payments
porters: portering, porter*, trolley*
rostering: roster*, e roster*, rota planning, planning rotas, plan rotas
volunteers: volunteer*
driving: travel independent*, travel between, travel across, travel around, travel to *, mobile
    across, commut*, clean driving licence, current driving licence, driv*, own car, own
    vehicle, own transport, a car, car owner*, access to car, use of * car, use of * vehicle, a
    vehicle, access to * vehicle, access to * transport, means of transport, means of travel*,
    travel*, transport between, business use, clean licence
prescribing: prescrib*, v300, v150
nurse on the register: nmc, nursing and midwifery council, registered nurse*, registered general
    nurse, registered adult nurse, registered mental health nurse, registered children s nurse,
    rgn, rmn, rn, rscn, rn1, rna, level 1 nurse, first level nurse, registered first level
    nurse, qualified nurse, nurse registration, nursing registration, registration as * nurse,
    nurs* degree, degree in nursing, diploma in nursing, nursing qualification
registered with the council of professions: hcpc, health and care professions council, health
    care professions council, hpc
midwife: midwi*
master's degree: master*, msc, postgraduate*, post graduate*, pgdip, pgcert, level 7, phd,
    doctorate
leadership course: leadership qualification, leadership course, management qualification, ilm
degree: first degree, educated to degree, degree level, degree equivalent, qualified to degree,
    degree*, bsc, ba, bachelor*, graduate*, undergraduate*, honours, hons, level 6
general education: literate, literacy, english and mathematics, a level*, a levels, good
    education, english maths, english or maths, gce, highers, leaving certificate, educated to a
    level, gcse*, o level*, functional skill*, maths and english, english and math*, english
    language and math*, literacy and numeracy, numeracy, numera*, general education, standard of
    education, school leaving, secondary education, basic education, educated to gcse
vocational qualification: city and guilds, foundation degree, hnc, hnd, ahp assistant
    qualification, skills for care, rsa, ocr, nvq*, qcf, rqf, vocational qualification*, level 2
    diploma, level 3 diploma, level 2 qualification, level 3 qualification, diploma in health
    and social care, diploma in care, btec, care certificate, apprenticeship, level 2, level 3,
    level 4
several professions: joint working, social services, voluntary sector, third sector, local
    authorit*, social care agencies, statutory agencies, external agencies, other departments,
    other teams, across organisations, liais*, links with, integrated team*, integrated working,
    interface, multi disciplinary, multidisciplinary, mdt*, multi professional,
    multiprofessional, interdisciplinary, inter disciplinary, interprofessional, inter
    professional, multi agency, multiagency, inter agency, interagency, partner agencies, other
    agencies, partner organisation*, professional boundaries, other professions, other
    professionals, other disciplines, different professions, range of professionals, range of
    disciplines, wider team, partnership*, stakeholder*
meetings: chair* meeting*, lead* meeting*, run meetings, running meetings, chair a *, chairing
leading: motivat* * team, motivat* others, motivat* staff, inspir*, role model*, manag* a ward,
    manag* a department, manag* a service, develop* staff, develop* others, empower*, team lead,
    team leader*, line management, supervis* * workers, supervis* * assistants, direct reports,
    head of, senior management, overseeing, oversee*, leader*, leads, lead * team, leading *
    team, led * team, lead a *, leading a *, leading, led, team leading, line manag*, staff
    management, people management, manag* staff, manag* people, manag* * staff, manag* a team,
    manag* * team, managing others, manage others, supervis* staff, supervis* junior *,
    supervis* others, supervis* a team, supervis* * staff, supervis* * team, supervisory,
    supervising, staff supervision, delegat*, deputis*, take charge, taking charge, takes
    charge, in charge, coordinat* * shift*, coordinat* a ward, shift coordinat*, shift lead*,
    running a shift, run a shift, ward management, managerial, lead
staffing: attendance management, absence, grievance*, line management including *, job planning,
    staff performance, workforce planning, staff retention, induction, inducting, recruit*,
    appraisal*, sickness absence, sickness, performance management, disciplinary, human
    resource*, hr
team (0.9): team spirit, team environment, team approach, team based, member of a *, joint
    working, work jointly, team work*, teamwork*, team player*, team member*, member of * team,
    part of * team, within * team, in a team, as a team, in * team, with * team, works well with
    others, work* well with colleagues, work* well with others, work* with others, work* with
    colleagues, collaborat*, cooperat*, co operat*, team*
teaching: clinical supervision of *, supervision of students, trainee*, in service training,
    train the trainer, student supervision, ward based teaching, education of patients, educat*
    patients, educat* others, teach*, mentor*, preceptor*, practice assessor*, practice
    supervisor*, assessor*, practice educator*, support* learners, support* students, supervis*
    students, supervis* learners, assess* students, assess* learners, clinical educator*, train*
    others, train* staff, train* colleagues, train* junior *, training of staff, deliver*
    training, provid* training, deliver* education, educating, education of staff, facilitat*
    learning, coach*, student*, learner*
organising: manag* competing *, well organised, plan own *, planning and organis*, manag* diar*,
    own caseload, manag* a busy *, work* to tight *, tight timescale*, timescale*, work load*,
    workflow, time management, manag* own time, manag* time, manag* own workload, manag* *
    workload, manag* a caseload, priorit*, deadline*, workload*, caseload*, organisational
    skill*, organisational abilit*, organisation skill*, organisation and planning, organise,
    organised, organising, organizing, organized, organize, plan own work, planning skill*,
    plan* and organi*, plan* * work, multi task*, multitask*, juggl*, competing demand*,
    competing priorit*, conflicting demand*, conflicting priorit*, meet target*
initiative: autonom* pract*, unaided, manag* self, work* unsupervised, take responsibility for
    own *, accountab* for own *, work* remotely, work* from home, independent thinker, own
    initiative, initiative, autonom*, independent*, unsupervised, without supervision, without
    direct supervision, minimal supervision, minimum supervision, little supervision, self
    motivat*, self direct*, self starter, lone work*, work* alone, on their own, proactive*, pro
    active*
difficult behaviour: distressed *, upset *, anxious *, bereaved relatives, restrain*, pmva,
    breakaway, conflict resolution, challenging behaviour*, difficult behaviour*, violen*,
    aggress*, de escalat*, deescalat*, conflict*, difficult people, difficult situation*,
    challenging situation*, challenging people, angry
pressure: tolera* stress*, high pressured, highly pressured, emotional demand*, emotional
    impact, distressing situation*, distressing circumstances, unpredictable, under stress,
    patience, under pressure, pressur*, stress*, resilien*, calm*, busy, fast paced, fast
    moving, demanding environment, demanding, emotionally demanding, distressing, emotional
    resilience, copes well, cope with
hours: early shifts, late shifts, long days, early and late, night shifts, part time, cover for
    *, cover sickness, cover colleagues, overtime, 7 day*, seven day*, twilight, internal
    rotation, hours of work, shift*, rota, rotas, rotational, weekend*, nights, night duty,
    night work, unsocial, unsociable, out of hours, bank holiday*, 24 hour*, on call, flexib*,
    working hours, evenings
adapting: adaptab*, adapt, adapts, versatil*
equality: treat* everyone fairly, treat* people fairly, fairness, equal opportunit*, diversity,
    protected characteristic*, different backgrounds, all backgrounds, faith*, human rights,
    equal*, divers*, inclusi*, edi, discriminat*, cultur*, anti racis*
accuracy: high level of accuracy, accurate work, careful*, checking, quality of work, attention
    to accuracy, attention to detail, eye for detail, detail, meticulous*, thorough*,
    methodical*, accura* and thorough*, accurately, accuracy, precis*, error free
records: accurate documentation, clinical record*, medical record*, patient record*, case notes,
    health records, patient notes, records management, record keeping, keep* records, keep*
    accurate records, keep* * records, accurate records, accurate record*, maintain* records,
    maintain* * records, documentation, document*, note keeping, clinical notes, records,
    recording
reliability: honest*, integrity, responsible attitude, good attendance record, work ethic,
    conscientious*, committed to attendance, reliab*, punctual*, dependab*, timekeeping, time
    keeping, attendance, trustworth*, conscientious
problems and decisions: sound judgement, troubleshoot*, common sense, logical*, think* clearly,
    creative*, solution*, think on *, problem solv*, problem*, solv*, decision*, judgement*,
    judgment*, critical thinking, clinical reasoning
influence: assertive*, challeng* poor *, challeng* others, diplomacy, conflict of interest,
    negotiat*, influenc*, persua*
data: data analysis, analy*, statistic*, data collection, data quality, data entry, data input*,
    interpret data, data, informatics
strategy: strateg*, business case*, business plan*
audit and improvement: kpi*, performance indicator*, quality assurance, service evaluation,
    pathway redesign, redesign*, develop* services, developing services, better outcomes, lean,
    outcome measure*, audit*, quality improvement, service improvement, service development,
    continuous improvement, improv*, pdsa, qi, clinical governance, governance, benchmark*
risk: safe systems, hazard*, serious incident*, duty of candour, root cause, risk assess*, risk
    management, manag* risk*, risk*, incident*, datix, near miss*, patient safety
medicines: drug administ*, medic* administ*, administ* * drug*, iv administ*, drug round*,
    medicine round*, diabetic medication, chemotherapy, administ* medic*, administ* of medic*,
    medication*, medicine*, drug*, pharmacolog*, intravenous, iv
taking blood: phlebotom*, venepunct*, venipunct*, cannula*, taking blood, take blood, takes
    blood, blood taking, blood sampl*, bloods
moving people: push*, pulling, physically able, physical work, physically fit, physical fitness,
    physical effort, manual work, lift*, bending, kneeling, physical demands, stand for long
    periods, on their feet, moving and handling, manual handling, patient handling, hoist*,
    handling of patients, moving patients, lift and carry, heavy loads, heavy lifting,
    physically demanding
personal care: personal care, washing, personal hygiene, hygiene needs, toilet*, bathing,
    dressing, feeding, activities of daily living, adl*, continence, intimate care, basic care
    needs, daily living
planning care: treatment plan*, plan* treatment, formulat*, assess* and treat*, assessing
    patients, comprehensive assessment*, manag* patient* care, deliver* individualised care,
    plan and deliver *, goal setting, care programme approach, cpa, care coordinat*, key work*,
    care plan*, plan* care, planning of care, assess* plan* implement* and evaluat*, assess*
    plan* implement*, assess* plan* deliver* and evaluat*, assess* plan*, nursing process, needs
    assessment, assess* needs, assessment of needs, assess* patients, patient assessment*,
    holistic assessment*, clinical assessment*, assess* * needs, implement* and evaluat* care,
    evaluat* care, assess and plan *
complex needs: complex needs, complex care, complex care needs, complex health needs, complex
    case*, complex patients
older people: older people, older adult*, older person*, older patient*, elderly, frail*,
    geriatric*, ageing
children: school age*, school*, newborn*, youth, teenager*, family nurs*, health visit*, baby,
    child*, paediatr*, pediatr*, young people, young person*, infant*, neonat*, adolescen*,
    babies, camhs
mental health: anxiety, depression, psychosis, psychotic, eating disorder*, personality
    disorder*, self harm, suicid*, psychological distress, emotional wellbeing, mental
    wellbeing, recovery model, recovery focused, mental health, psychiatr*, mental illness*,
    mental ill*
emergency care: a and e, triage, major trauma, trauma, ambulance, pre hospital, minor illness*,
    walk in centre*, accident and emergency, emergency department*, emergency care, emergency
    medicine, ed, urgent care, minor injur*, casualty
critical care: intensive care, intensive therapy, critical care, icu, itu, hdu, high dependency
operating theatre: scrub*, odp, operating department, surgical theatre*, theatre cases,
    laparoscopic, surgical instruments, circulating, theatre*, perioperative, peri operative,
    scrub, anaesthe*, recovery
surgery: surgical speciali*, surgical*, surgery, post operative, postoperative
general practice: primary care, general practice*, gp practice*, gp surgery, gp surgeries, gp
community: community, district nurs*, own homes, patients homes, people s homes, home visit*,
    domiciliary, in the home, their homes
acute hospital: acute hospital*, acute ward*, acute setting*, acute care, acute trust*, acute
    medic*, acute adult, acute environment*, acute, ward environment, ward based, hospital
    ward*, inpatient*, in patient*, secondary care, hospital setting, hospital environment
care work: caring experience, hands on care, direct care, looking after people, care for people,
    caring for *, community care, fundamental care, fundamentals of care, basic nursing care,
    patient care, care delivery, care setting*, care environment*, care home*, care assistant*,
    healthcare assistant*, health care assistant*, healthcare setting*, health care setting*,
    healthcare environment*, health care environment*, healthcare support, hca*, carer*, support
    worker*, care worker*, caring role, caring for others, care sector, residential care,
    nursing home*, care experience, experience in care, experience of caring, experience of
    care, social care
kindness: caring nature, caring attitude, patient and understanding, understanding nature,
    helpful*, supportive*, good humour*, courteous, polite*, pleasant, empathic, advocacy,
    advocate*, dignif*, privacy, caring manner, individualised, holistic, compassion*, empath*,
    kind, kindness, kindly, dignity, respect*, sensitiv*, caring, non judg*, friendly,
    approachable, patient centred, person centred, patient focused, nhs values, trust values,
    values, 6cs, 6 cs, warm*
office work: word processing and office, receptionist and office, general office, office based,
    photocopier, post and filing, office experience, office systems, office procedures, pa
    experience, personal assistant, administrat*, clerical, office, secretar*, admin, filing,
    photocopying
laboratory: laborator*, lab, labs, ukas, iso 15189
communication: presenter*, public speak*, presenting, give presentations, speak*, spoken,
    tactful*, diplomat*, good listener, telephone manner, articulate, counsel*, communicat*,
    interpersonal, inter personal, verbal*, oral*, written english, spoken english, written, in
    writing, listening, listen*, presentation*, explain*, convey*, difficult conversations, bad
    news, good english, english language, build* rapport, rapport, relationship*
enthusiasm (0.7): enthusias*, motivated, motivation, passion*, positive attitude, can do
    attitude, keen
policies (0.6): policy, policies, national guidance, nice guid*, national polic*, long term
    plan, government, nhs polic*, current nhs, national agenda, agenda, current issues, current
    developments, nsf, cqc, regulat*, standing orders, codes of practice, code of conduct,
    guideline*, protocol*, legislation
"""


def concepts() -> Iterator[tuple[str, float, list[list[str]]]]:
    """Yield each thing asked for: its name, its weight, and its phrases, each a list of words."""
    for line in _CONCEPTS.replace("\n    ", " ").strip().split("\n"):
        head, _, phrases = line.partition(":")
        name, _, weight = head.partition(" (")
        yield name, float(weight.rstrip(")") or 1), [one.split() for one in phrases.split(",")]


ABBREVIATIONS = {
    "yrs": "years",
    "exp": "experience",
    "mgmt": "management",
    "pts": "patients",
    "quals": "qualifications",
    "mathematics": "maths",
    "license": "licence",
}

_BOILERPLATE = """
a abilities ability able able-bodied about above accordance achieve achieved across act acting
acts additional administer administering administration advanced advice advise advises advising
all also always an and any anyone applied applies apply applying appreciation approach approaches
appropriate are area areas as at attend attending attends attitude aware awareness band basic
basis be been being below between both british broad by can capability capable capacity care
carried carries carry carrying certificate change changes changing check checked checks clear
clearance cleared clearly client clients clinical colleague colleagues come comes commitment
committed company competence competencies competency competent complete completed completing
complex complexity confident confidently considerable continue continuing continuous contribute
contributes contributing could country county course courses current currently daily day deal
dealing deals dealt deliver delivered delivering delivers delivery demonstrable demonstrate
demonstrated demonstrates demonstrating department departments desirable desire develop developed
developing development develops different diploma down duties duty e.g each educated education
effective effectively efficient efficiently eg ensure ensures ensuring environment environments
equipment equivalent essential etc evaluate evaluation every everyday everyone evidence evidence-
based evidenced example examples excellent experience experienced experiences expertise extended
extensive external familiar familiarity families family field fields fit follow followed following
follows for formal from full fully function functions further general get give given gives giving
good grade great group groups guidance had has have having health healthcare held help helping
helps high highly hold holder holding holds how i.e identified identifies identify identifying ie
if implement implementation implementing important in include included includes including
individual individuals informal information initial interest interested intermediate internal into
involved involvement is issue issues it its job keep keeping keeps key knowledge knowledgeable
large last least level levels line lines local look looked looking lots made main maintain
maintaining maintains make makes making manage managed management manages managing many may meet
meeting meetings meets member members method methods minimum monitor monitoring month months more
most must national necessary need needed needs new nhs no not number numbers nurse nurses nursing
of often on one ongoing or order organisation organisations other others our out over own part
participate participated participating participation particular patient patients people per
perform performing performs person personal physically plan planned planner planning plans
positive possess possesses post practical practice practices practise practising prepared previous
principle principles prior procedure procedures process processes professional professionally
professionals proficiency proficient promote promotes promoting prove proven provide provided
provides providing public purpose purposes qualification qualifications qualified quickly range
ready recent recently record records register registered registration regular regularly relevant
request requests required requirement requirements respect respond responding responds response
responsibilities responsibility responsible role roles safe safely safety satisfactory sector self
service services set sets setting settings should show showing shows significant site sites
situation situations six skill skilled skills small someone something sound special specialised
specialist speciality specialty specific staff standard standards strong studied study substantial
successful successfully such suitable support supported supporting supports system systems take
taken takes taking task tasks than that the their them then these they things this those three
through time timely times to towards track train trained training travelling trust two type types
uk under understand understanding understands understood undertake undertaken undertaking up use
used useful user uses using valid varied variety very via way ways we well what when where which
who wide will willing willingly willingness with within work worked working works world would year
years you your
"""
BOILERPLATE = frozenset(_BOILERPLATE.split())
"""What nearly every criterion says and none asks for."""
