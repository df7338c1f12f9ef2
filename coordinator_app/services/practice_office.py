"""What happens in the practice office besides cases: papers of the years before, notes, ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.policy import Policy
from coordinator_app.services.practice_agenda import Step, Story, told
from coordinator_app.services.practice_words import TodoPlan, first_of_month
from coordinator_app.services.practice_world import OPENED, World, made_number

# People who rate; the first three are named, for the case that lacks a rating.
_OUTSIDERS = ("Malu Souza", "Paulo Ferreira", "Tae-yang Kim")


@dataclass(slots=True)
class OfficeStory:
    """The office's own days. `later` is the policy that is adopted from the first of this year."""

    world: World
    later: Policy
    luck: Random

    def story(self) -> Story:
        return told([*self._beginning(), *self._years(), *self._notes()])

    def _beginning(self) -> Iterator[Step]:
        yield OPENED, self._outsiders
        yield OPENED + timedelta(days=1), self._import
        yield OPENED + timedelta(days=9), self._answer
        yield OPENED + timedelta(days=10), self._licences

    def _years(self) -> Iterator[Step]:
        yield date(self.world.as_of.year - 1, 12, 1), self._adopt
        yield first_of_month(self.world.as_of, 3), self._ties
        yield first_of_month(self.world.as_of, 7).replace(day=7), self._moving_house
        yield first_of_month(self.world.as_of, 2).replace(day=3), self._undo_and_redo

    def _outsiders(self) -> None:
        draws = [self.world.cast.draw(name) for name in _OUTSIDERS]
        self.world.raters = [self.world.add(draft) for draft in draws] + self.world.raters

    def _import(self) -> None:
        imports = self.world.desk.imports
        imports.write(imports.plan(imports.read(self.world.words.sheet)))

    def _answer(self) -> None:
        """One question of the import is answered; the others wait."""
        notes = self.world.desk.notes
        notes.answer(notes.open_questions()[0].id, "The letter went out; the copy was lost.")

    def _licences(self) -> None:
        people, known = self.world.desk.people, self.world.known
        until = self.world.as_of + timedelta(days=200)
        people.add_licence(known["reviewer1"], "LCSW", "4711", "Board of Social Work", until)
        people.add_licence(known["sanctioned"], "PSY", "0815", "Board of Psychology", None)

    def _adopt(self) -> None:
        self.world.desk.policies.adopt(self.later, self.world.clock.day)

    def _ties(self) -> None:
        """Of each kind that no case declares."""
        people, known = self.world.desk.people, self.world.known
        people.declare_tie(known["reviewer1"], known["ifs2"], "family", "Sisters")
        people.declare_tie(known["mentor"], known["ecfs1"], "gave_rsc", "2019 to 2021")
        people.declare_tie(known["reviewer2"], known["imhs2"], "gave_reference")

    def _moving_house(self) -> None:
        """Somebody changes agency and loses an old mail address."""
        people = self.world.desk.people
        card = people.card(self.world.known["mentor"])
        people.leave_agency(card.agencies[0].id, self.world.clock.day)
        people.remove_contact(card.contacts[0].id)

    def _undo_and_redo(self) -> None:
        desk = self.world.desk
        desk.notes.add(self.world.words.said["undone_note"], person_id=self.world.known["mentor"])
        for step in (desk.history.undo, desk.history.redo, desk.history.undo):
            step()

    def _notes(self) -> Iterator[Step]:
        for place, text in enumerate(self.world.words.notes):
            day = first_of_month(self.world.as_of, 5 - place).replace(day=3 + 2 * place)
            yield day, lambda text=text: self._note(text)
        for todo in self.world.words.todos:
            due = self.world.as_of + timedelta(days=todo.days)
            written = min(due, self.world.as_of) - timedelta(days=6)
            yield written, lambda todo=todo, due=due: self._todo(todo, due)

    def _note(self, text: str) -> None:
        who = self.luck.choice(sorted(self.world.known.values()))
        self.world.desk.notes.add(text, person_id=who)

    def _todo(self, todo: TodoPlan, due: date) -> None:
        """A to-do stands on an open case."""
        query = ListQuery(filters={"open": "yes", "imported": "no"}, order="case")
        case = self.luck.choice(self.world.desk.applications.list(query).rows)
        made = self.world.desk.notes.add(todo.text, application_id=case.id, due=due)
        if todo.done:
            self.world.desk.notes.done(made_number(made.made))
