using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A tip, now: none of the last 30 days while the bank allows, and not the section of the last one.</summary>
internal sealed class TipDialog(Talks talks) : Dialog(talks, Understanding.Intents.Tip)
{
    protected override void Answer(Talk talk)
    {
        if (Choose(talk) is not { } tip)
        {
            talk.Reply(talk.Say("tip.none"), talk.Ways.Overview(), talk.Ways.Help());
            return;
        }

        talk.Tipped(tip);
        var text = talk.Say("tip.one", ("tip", tip.Text), ("section", tip.Section));
        talk.Reply(text, talk.Ways.Why(tip.Id), talk.Ways.Tip(), talk.Ways.Weekdays());
    }

    private static Tip? Choose(Talk talk)
    {
        var seen = talk.Facts.Nudges30Days.Select(row => row.Nudge?.Tip).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var last = talk.Person.Dialog?.LastTip is { } id ? talk.Tips.Find(id) : null;
        var other = talk.Tips.All.Where(tip => tip.Id != last?.Id && tip.Section != last?.Section).ToList();
        var fresh = other.Where(tip => !seen.Contains(tip.Id)).ToList();
        IReadOnlyList<Tip> from = fresh.Count > 0 ? fresh : other.Count > 0 ? other : talk.Tips.All;
        return from.Count == 0 ? null : from[DerivedId.Spread(DerivedId.From("tip", talk.Heard.Key), from.Count)];
    }
}
