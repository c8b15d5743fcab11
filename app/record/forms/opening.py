"""What a form is about, read from the database for whoever fills it in: on a page, or by a program."""

from app.domain.rights import Account, Role, may_edit
from app.errors import NotAllowed
from app.exchange.entries.addresses import Address
from app.reading.arranging import columns_of
from app.reading.explorer import Explorer
from app.record.drafting import known_of
from app.record.forms.asking import About, Form


async def about_of(
    explorer: Explorer, account: Account, address: Address, remembered: str = "", form: Form | None = None
) -> About:
    """Read what a form is about; NotAllowed where the account may not write there, UnknownId where nothing is."""
    place = address.id.partition("/")[0]
    if not may_edit(account, place):
        raise NotAllowed(f"You may not write in {place}: an administrator gives the right to.")
    sees_all = account.may(Role.STEWARD, place)
    if form and form.stewards and not sees_all:
        raise NotAllowed("That is for stewards of the place: an administrator gives the right to.")
    contents = await explorer.catalogue.contents()
    titles = {id_: source.title for id_, source in contents.sources.items() if "/" not in id_}
    columns = await columns_of(explorer, place) if form and form.pictures else ()
    about = About(await known_of(explorer.database, place), address, titles, sees_all, remembered, columns)
    if not about.entry or not about.whole:
        raise NotAllowed("Something confidential is in it: a steward of the place can change it.")
    return about
