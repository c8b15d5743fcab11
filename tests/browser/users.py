"""Somebody who comes to the front page with a task, by mouse or by keyboard, and counts what it takes."""

from dataclasses import dataclass

from playwright.sync_api import APIResponse, Locator, Page, expect

MOST = 4
"""Actions that a task may take: a click or its key, a choice, or writing something and pressing Enter."""


@dataclass
class User:
    """Somebody with a mouse and a keyboard, who counts."""

    page: Page
    actions: int = 0

    @property
    def main(self) -> Locator:
        """What the page itself says, without what surrounds every page."""
        return self.page.get_by_role("main")

    def click(self, target: Locator) -> None:
        self._count()
        target.click()

    def press(self, target: Locator) -> None:
        """Go to a link or button with the keyboard, and press Enter."""
        self._count()
        assert target.evaluate("it => it.tabIndex") >= 0, "Tab passes it by"
        target.focus()
        expect(target).to_be_focused()
        self.page.keyboard.press("Enter")

    def link(self, name: str) -> None:
        self.click(self.page.get_by_role("link", name=name, exact=True).first)

    def write(self, target: Locator, text: str) -> None:
        self._count()
        target.fill(text)
        target.press("Enter")

    def ask(self, text: str) -> None:
        self.write(self._question, text)

    def take(self, begun: str, name: str) -> None:
        """Begin to write a name, and take it from the list that opens."""
        self._count()
        self._question.press_sequentially(begun)
        option = self.page.get_by_role("option").filter(has_text=name)
        expect(option).to_be_visible()
        while option.get_attribute("aria-selected") != "true":
            self._question.press("ArrowDown")
        self._question.press("Enter")

    def fetch(self, link: Locator) -> APIResponse:
        """Follow a link to a file, and return what comes."""
        self._count()
        expect(link).to_be_visible()
        answer = self.page.request.get(str(link.get_attribute("href")))
        assert answer.ok, answer.status_text
        return answer

    @property
    def _question(self) -> Locator:
        return self.page.get_by_label("Name of a group, board or person")

    def _count(self) -> None:
        self.actions += 1
        assert self.actions <= MOST
