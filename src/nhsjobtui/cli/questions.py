"""`questions`: what the person wants to ask at the interview."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.errors import InputError

EXAMPLES = (
    'questions C9999-26-0101 "How many beds has the ward?"',
    "questions C9999-26-0101 --replace - < questions.txt",
    "questions C9999-26-0101",
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `questions` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="*",
        default=[],
        help="a question to add, or - for stdin; without it the questions are printed",
    )
    parser.add_argument(
        "--replace", action="store_true", help='replace all questions; "" empties them'
    )


def run(given: Namespace, context: Context) -> int:
    """Print the questions, add one or replace them."""
    if given.replace and not given.text:
        raise InputError("--replace needs the new questions.", 'To empty them: --replace ""')
    with context.library(reading=not given.text) as library:
        advert_id = library.find(given.ref)
        if given.text:
            text = typed_text(given.text, "the questions")
            if not (given.replace or text.strip()):
                raise InputError("There is no question to add; they are as they were.")
            with library.one_step():
                before = "" if given.replace else library.application(advert_id).questions
                text = f"{before.rstrip()}\n{text}" if before.strip() else text
                library.set_questions(advert_id, text)
        questions = library.application(advert_id).questions
        head = library.heads([advert_id])[advert_id]
    if context.json:
        names = {"slug": head.slug, "reference_number": head.reference_number}
        say_json(names | {"questions": questions})
    elif given.text:
        say(f"Questions {'kept for' if questions else 'emptied:'} {named(head)}")
    elif questions:
        say(questions)
    return 0
