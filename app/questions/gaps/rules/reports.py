"""Gaps in reporting back: nobody does, or no source says whether anybody does."""

from collections.abc import Iterator

from app.domain.bodies import of_the_sector
from app.domain.duties import duty_to_report, nobody_reports
from app.domain.records import Post
from app.domain.seats import seats_for, speaks_for
from app.domain.standing import Standing
from app.domain.telling import Sourced, all_called, cited, least_certain, seat_called, sentence
from app.domain.vocabulary import GapKind, Role, YesNoNotRecorded
from app.questions.gaps.rules.finding import Gap, rule


@rule(GapKind.NO_REPORT_BACK, "Seats from which nobody reports back")
def no_report_back(standing: Standing) -> Iterator[Gap]:
    """Nobody reports back from these seats to those they speak for, as a source says.

    Where sources are silent, the seat is listed with those whose reporting back is not recorded.
    """
    for post in standing.posts.values():
        if nobody_reports(post):
            groups = speaks_for(standing, post)
            to = f" to {all_called(standing, groups)}" if groups else ""
            yield Gap(
                GapKind.NO_REPORT_BACK,
                post.id,
                "Post",
                post.organization_id,
                sentence(f"nobody reports back{to} from {seat_called(standing, post)}, as its source says"),
                post.citations,
                post.certainty,
                "A report after each meeting, and a record of who receives it.",
            )


@rule(GapKind.REPORT_BACK_NOT_RECORDED, "Seats whose reporting back is not recorded")
def report_back_not_recorded(standing: Standing) -> Iterator[Gap]:
    """No source says whether the holders of these seats report back to those of the sector for whom they speak.

    This is silence, and no sign that nobody reports.
    """
    reported = {report.post_id for report in standing.register.reports}
    seen: set[str] = set()
    for id_, posts in sorted(seats_for(standing).items()):
        for post in posts if of_the_sector(standing.organizations.get(id_)) else ():
            if post.id in seen or post.id in reported or _settled(standing, post):
                continue
            seen.add(post.id)
            ties = standing.behalf(post.id)
            groups = [tie.organization_id for tie in ties] or speaks_for(standing, post)
            facts: list[Sourced] = [post, *ties]
            yield Gap(
                GapKind.REPORT_BACK_NOT_RECORDED,
                post.id,
                "Post",
                post.organization_id,
                sentence(
                    f"whether whoever holds {seat_called(standing, post)} reports back"
                    f" to {all_called(standing, groups)} is not recorded"
                ),
                cited(facts),
                least_certain(facts),
                "A record of how the holder reports back, or that nobody does.",
            )


def _settled(standing: Standing, post: Post) -> bool:
    """Tell whether a source states a duty to report back or that nobody does, or there is nobody who could or would.

    Whoever chairs, clerks or works for a body, on nobody's behalf, is not there to report to another.
    """
    if not standing.behalf(post.id) and post.role not in {Role.MEMBER, Role.OBSERVER, Role.OTHER}:
        return True
    board = standing.organizations.get(post.organization_id)
    said = nobody_reports(post) or duty_to_report(board, post, standing.register.areas) is not None
    return said or post.taken_up is YesNoNotRecorded.NO or standing.vacant(post.id)


REPORT_RULES = (no_report_back, report_back_not_recorded)
