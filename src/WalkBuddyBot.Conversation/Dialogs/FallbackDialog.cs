using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// What was not understood, or is not in the article: it says so and offers the nearest topics. What may have been meant is offered in
/// words that do the same when they are typed.
/// </summary>
internal sealed class FallbackDialog(Talks talks) : Dialog(talks, Understanding.Intents.OutOfScope)
{
    private const int MostOffered = 3;

    protected override void Answer(Talk talk)
    {
        var typed = talk.Heard.Verb is null;
        if (!typed && talk.Heard.Verb is not (Verbs.Remind or Verbs.Answer or Verbs.Ask))
        {
            talk.Reply(talk.Say("fallback.unknown-button"), talk.Ways.Help(), talk.Ways.Overview(), talk.Ways.Show());
        }
        else if (typed && !HasWords(talk.Heard.Text))
        {
            talk.Reply(talk.Say("fallback.no-words"), talk.Ways.Help(), talk.Ways.Overview());
        }
        else if (!talk.Meaning.Offers.IsEmpty)
        {
            var offered = talk.Meaning.Offers.Select(label => Offered.Of(talk, label));
            talk.Reply(Offering(talk), [.. offered.Append(talk.Ways.Help()).Distinct()]);
        }
        else if (typed && IsOtherScript(talk.Heard.Text!))
        {
            talk.Reply(talk.Say("fallback.other-language"), talk.Ways.Overview(), talk.Ways.Tip(), talk.Ways.Help());
        }
        else
        {
            Decline(talk);
        }
    }

    private static void Decline(Talk talk)
    {
        ImmutableArray<Choice> nearest =
            [.. talk.Meaning.Nearest.Select(talk.Topics.Find).OfType<Topic>().Take(MostOffered).Select(Ways.Ask)];
        if (nearest.IsEmpty)
        {
            talk.Reply(talk.Say("fallback.not-understood"), talk.Ways.Overview(), talk.Ways.Tip(), talk.Ways.Help());
            return;
        }

        var text = talk.Meaning.Score > 0 ? Nearest(talk) : talk.Say("fallback.not-understood");
        talk.Reply(text, [.. nearest, talk.Ways.Help()]);
    }

    private static string Offering(Talk talk) =>
        talk.Meaning.Offers[0] == Understanding.Intents.Stop ? talk.Say("stop.sure") : WhichOne(talk);

    private static string WhichOne(Talk talk) => Turn(talk) switch
    {
        0 => talk.Say("fallback.offer-1"),
        1 => talk.Say("fallback.offer-2"),
        _ => talk.Say("fallback.offer-3"),
    };

    private static string Nearest(Talk talk) => Turn(talk) switch
    {
        0 => talk.Say("fallback.nearest-1"),
        1 => talk.Say("fallback.nearest-2"),
        _ => talk.Say("fallback.nearest-3"),
    };

    // Said twice in a row, the same sentence sounds like a machine.
    private static long Turn(Talk talk) => talk.Now.ToUnixTimeSeconds() / 10 % 3;

    private static bool HasWords(string? text) => text is not null && text.Any(char.IsLetterOrDigit);

    private static bool IsOtherScript(string text) => text.Any(char.IsLetter) && !text.Any(char.IsAsciiLetter)
        && !text.Any(char.IsAsciiDigit);
}
