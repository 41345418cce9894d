#!/usr/bin/env python3
"""Writes the call sheets and the entered days of the sample production.

    scripts/make_sample.py

resources/sample/crew_list.csv and production.csv are kept by hand; call_sheets/ and
work_days.csv are made from them. The same input gives the same files: what looks like chance is
a hash of the person and the date, so adding a person changes nobody else's days. The figures of
Camera and Electric on 17 to 19 November are those of the screen designs.
"""

import csv
import datetime
import hashlib
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent.parent / 'resources' / 'sample'
ZONE = 'America/New_York'

# Tenths of an hour that a department is called before (-) or after its unit.
PRE_CALL = {'Transport': -6, 'Hair & make-up': -6, 'Costume': -5, 'Locations': -5,
            'Set decoration': -5, 'Construction': -5, 'Special effects': -5}
# Tenths of an hour that a department works past the unit's wrap.
LATE_WRAP = {'Production': -16, 'Sound': -5, 'Transport': -2, 'Hair & make-up': -4,
             'Construction': -25, 'Art': -15, 'Locations': -3, 'Set decoration': -8}
# A meal is due six hours after the call and after the meal before it.
MEAL_DUE = 60
MEAL = 5


class Sheet:
    def __init__(self, date, unit, number, location, scenes, call=70, meal=None, wrap=195,
                 kind='Work', own_calls=()):
        self.date = datetime.date.fromisoformat(date)
        self.unit, self.number, self.kind = unit, number, kind
        self.location, self.scenes = location, scenes
        self.call, self.wrap = call, wrap
        self.meal = call + 60 if meal is None else meal
        self.own_calls = own_calls


B_CAMERA = ('Aiko Brandvold', 'Dario Venn', 'Freya Okonjo')

MAIN = [
    # Out of Saturday into the Sunday on which the clocks go back at two.
    Sheet('2025-11-01', 'Main', 15, 'Harbour', '18, 19', call=190, meal=240, wrap=290),
    Sheet('2025-11-03', 'Main', 16, 'Stage 2', '7, 8A'),
    Sheet('2025-11-04', 'Main', 17, 'Stage 2', '8B, 9', wrap=190),
    Sheet('2025-11-05', 'Main', 18, 'Stage 2', '9, 10', wrap=192),
    Sheet('2025-11-06', 'Main', 19, 'Stage 4', '22', wrap=180),
    Sheet('2025-11-07', 'Main', 20, 'Old town', '26, 27A, 28', call=170, wrap=290),
    Sheet('2025-11-10', 'Main', 21, 'Stage 4', '30, 31', wrap=190),
    Sheet('2025-11-11', 'Main', 22, 'Stage 4', '31, 32', wrap=192),
    Sheet('2025-11-12', 'Main', 23, 'Backlot', '33, 34A', call=65, wrap=205),
    Sheet('2025-11-13', 'Main', 24, 'Backlot', '34B, 35', wrap=195),
    Sheet('2025-11-14', 'Main', 25, 'Stage 4', '36', wrap=185),
    Sheet('2025-11-17', 'Main', 26, 'Stage 4', '37, 38', wrap=192),
    Sheet('2025-11-18', 'Main', 27, 'Stage 4', '38, 39'),
    Sheet('2025-11-19', 'Main', 28, 'Backlot', '40A, 40B, 44', wrap=205),
    Sheet('2025-11-20', 'Main', 29, 'Stage 4', '41, 42A, 43'),
    Sheet('2025-11-21', 'Main', 30, 'Lake location', '45, 46', wrap=180,
          own_calls=(('Maya Lindqvist', 50), ('Jonas Weller', 50), ('Samir Haddou', 50))),
]
SECOND = [
    Sheet('2025-11-04', 'Second', 1, 'River road', '12 plates', call=80, wrap=185),
    Sheet('2025-11-05', 'Second', 2, 'River road', '12 plates, 14', call=80, wrap=190),
    Sheet('2025-11-10', 'Second', 0, 'To the lake', '', call=90, wrap=140, kind='Travel'),
    Sheet('2025-11-11', 'Second', 3, 'Lake location', '45 plates', call=60, wrap=175),
    Sheet('2025-11-12', 'Second', 4, 'Lake location', '45 plates, 47', call=60, wrap=180),
    # Until half an hour past midnight.
    Sheet('2025-11-13', 'Second', 5, 'Lake location', '47 night', call=130, wrap=245),
    Sheet('2025-11-18', 'Second', 6, 'Old town', '27B', call=75, wrap=185),
    Sheet('2025-11-19', 'Second', 7, 'Old town', '27B, 29', call=75, wrap=190),
    Sheet('2025-11-20', 'Second', 8, 'Old town', '29', call=75, wrap=185),
]
# The camera crew of the second unit comes from the main one.
LENT = {(name, date): 'Second' for name in B_CAMERA
        for date in ('2025-11-04', '2025-11-05', '2025-11-11', '2025-11-12')}

# Wraps in tenths as on the designs, by department in the order of the crew list.
DESIGNED_WRAPS = {
    '2025-11-17': {
        'Production': [179] * 6 + [178] * 2,
        'Assistant directors': [194] * 6 + [192],
        'Camera': [193, 193, 192, 190, 191, 193, 193, 193, 193, 193],
        'Sound': [187, 187, 187, 186],
        'Electric': [192, 192, 192, 190, 190, 192, 191, 190, 191, 191, 191, 192],
    },
    '2025-11-18': {
        'Production': [184] * 8,
        'Assistant directors': [195] * 7,
        'Camera': [195] * 10,
        'Sound': [191, 191, 191, 192],
        'Electric': [195] * 12,
    },
    '2025-11-19': {
        'Production': [189] * 6 + [190] * 2,
        'Assistant directors': [209] * 5 + [207] * 2,
        'Camera': [206, 208, 207, 208, 207, 206, 207, 208, 208, 208],
        'Sound': [201, 201, 202, 202],
        'Electric': [207, 207, 207, 206, 206, 207, 206, 206, 206, 206, 206, 207],
    },
}

# Whole lines that differ from what the rest of the script would write.
OWN_LINES = {
    ('Maya Lindqvist', '2025-11-18'): '0700 1312-1342 1930',  # meal 1 late
    ('Maya Lindqvist', '2025-11-20'): '0700',  # the day the designs play on
    ('Nils Aaberg', '2025-11-19'): '0700 1248-1318 2036',  # meal 2 not recorded
    ('Marek Duda', '2025-11-19'): '0700 1248-1318 2036',
    ('Rory Gilchrist', '2025-11-10'): '0630 1300-',  # forgot the rest of the day
    ('Simone Adler', '2025-11-12'): '0630 1230-1300',  # no wrap
}
OWN_TYPES = {
    ('Knut Fosse', '2025-11-13'): 'sick', ('Knut Fosse', '2025-11-14'): 'sick',
    ('Wanda Krol', '2025-11-10'): 'travel', ('Fabian Stroud', '2025-11-06'): 'fitting',
    ('Viggo Halvorsen', '2025-11-18'): 'hold',
}
NOT_CALLED = {('Cal Prideaux', '2025-11-18'), ('Cal Prideaux', '2025-11-20')}
# Worked and not written down: these are to show up as exceptions. The two people entered
# nothing in the third week.
NO_TIMES = {('Ximena Prado', '2025-11-18'), ('Oona Leskinen', '2025-11-19'),
            ('Joss Whitlock', '2025-11-13'), ('Lupe Arriaga', '2025-11-19')}
NO_TIMES_PEOPLE = {'Callum Reith', 'Duncan Maddox'}
THIRD_WEEK = datetime.date(2025, 11, 16)
LAST_ENTERED = datetime.date(2025, 11, 19)


def clock(tenths):
    """19.5 hours, that is 195, as 1930; from midnight on with a plus for the next day."""
    minutes = tenths * 6
    next_day = '+' if minutes >= 24 * 60 else ''
    minutes %= 24 * 60
    return f'{minutes // 60:02}{minutes % 60:02}{next_day}'


def chance(*what):
    """0 to 99, always the same for the same things."""
    digest = hashlib.sha256('/'.join(what).encode()).digest()
    return int.from_bytes(digest[:4], 'big') % 100


def read_crew():
    with open(FOLDER / 'crew_list.csv', encoding='utf-8', newline='') as file:
        crew = list(csv.DictReader(file))
    seen = {}
    for person in crew:
        department = person['Department']
        person['Index'] = seen.get(department, 0)
        seen[department] = person['Index'] + 1
    return crew


def write_sheet(sheet, departments):
    rows = [['Production', 'Northern Lights'], ['Day', sheet.number or ''],
            ['Date', sheet.date.isoformat()], ['Unit', sheet.unit], ['Type', sheet.kind],
            ['Location', sheet.location], ['Zone', ZONE], ['Call', clock(sheet.call)]]
    if sheet.kind == 'Work':
        rows += [['Meal 1 out', clock(sheet.meal)], ['Meal 1 in', clock(sheet.meal + MEAL)]]
    rows += [['Wrap', clock(sheet.wrap)], ['Scenes', sheet.scenes], [],
             ['Department', 'Person', 'Call']]
    if sheet.kind == 'Work':
        rows += [[name, '', clock(sheet.call + PRE_CALL[name])]
                 for name in departments if name in PRE_CALL]
    rows += [['Camera', name, clock(call)] for name, call in sheet.own_calls]
    name = f'{sheet.date.isoformat()}_{sheet.unit.lower()}.csv'
    write_csv(FOLDER / 'call_sheets' / name, rows)


def write_csv(path, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, lineterminator='\n').writerows(rows)


def designed_wrap(person, sheet):
    wraps = DESIGNED_WRAPS.get(sheet.date.isoformat(), {}).get(person['Department'])
    return wraps[person['Index']] if wraps and sheet.unit == 'Main' else None


def wrap_of(person, sheet):
    designed = designed_wrap(person, sheet)
    if designed is not None:
        return designed
    spread = chance(person['Name'], sheet.date.isoformat(), 'wrap') % 5 - 2
    return sheet.wrap + LATE_WRAP.get(person['Department'], 0) + spread


def line_of(person, sheet):
    call = sheet.call + PRE_CALL.get(person['Department'], 0)
    wrap = wrap_of(person, sheet)
    out = min(sheet.meal, call + MEAL_DUE)
    if sheet.date == LAST_ENTERED and sheet.unit == 'Main':
        out = min(out, 128)  # as on the designs
    back = out + MEAL
    meals = [(out, back)]
    is_long = wrap > back + MEAL_DUE + MEAL
    is_designed = designed_wrap(person, sheet) is not None
    if is_long and (is_designed or chance(person['Name'], sheet.date.isoformat(), 'meal') >= 3):
        out = back + MEAL_DUE - 1
        meals.append((out, out + MEAL))
    elif not is_long and not is_designed:
        wrap = min(wrap, back + MEAL_DUE)
    return ' '.join([clock(call), *(f'{clock(out)}-{clock(back)}' for out, back in meals),
                     clock(wrap)])


def days_of(person, sheets):
    """(date, unit, type, line) of the days the person entered."""
    name = person['Name']
    for sheet in sheets:
        date = sheet.date.isoformat()
        key = (name, date)
        unit = LENT.get(key, person['Unit'])
        is_entered = sheet.date <= LAST_ENTERED or key in OWN_LINES
        if sheet.unit != unit or not is_entered or key in NOT_CALLED or key in NO_TIMES:
            continue
        if name in NO_TIMES_PEOPLE and sheet.date >= THIRD_WEEK:
            continue
        if key in OWN_TYPES:
            yield date, unit, OWN_TYPES[key], ''
        elif sheet.kind != 'Work':
            yield date, unit, sheet.kind.lower(), f'{clock(sheet.call)} {clock(sheet.wrap)}'
        else:
            yield date, unit, 'work', OWN_LINES.get(key) or line_of(person, sheet)


def main():
    crew = read_crew()
    departments = list(dict.fromkeys(person['Department'] for person in crew))
    sheets = sorted(MAIN + SECOND, key=lambda sheet: (sheet.date, sheet.unit))
    (FOLDER / 'call_sheets').mkdir(exist_ok=True)
    for sheet in sheets:
        write_sheet(sheet, departments)
    rows = [['Person', 'Department', 'Date', 'Unit', 'Type', 'Line']]
    for person in crew:
        rows += [[person['Name'], person['Department'], *day] for day in days_of(person, sheets)]
    write_csv(FOLDER / 'work_days.csv', rows)


if __name__ == '__main__':
    main()
