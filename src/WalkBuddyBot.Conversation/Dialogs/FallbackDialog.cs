using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What was not understood, or is not in the article: it says so and offers the nearest topics.</summary>
internal sealed class FallbackDialog(Talks talks) : Dialog(talks, Understanding.Intents.OutOfScope)
{
    private const int MostOffered = 3;

    protected override void Answer(Talk talk)
    {
        ImmutableArray<Choice> nearest =
            [.. talk.Meaning.Nearest.Select(talk.Topics.Find).OfType<Topic>().Take(MostOffered).Select(Ways.Ask)];
        if (talk.Heard.Verb is not null && talk.Heard.Verb is not (Verbs.Remind or Verbs.Answer or Verbs.Ask))
        {
            talk.Reply(talk.Say("fallback.unknown-button"), talk.Ways.Help(), talk.Ways.Overview(), talk.Ways.Show());
            return;
        }

        if (talk.Heard.Verb is null && string.IsNullOrWhiteSpace(talk.Heard.Text))
        {
            talk.Reply(talk.Say("fallback.no-words"), talk.Ways.Help(), talk.Ways.Overview());
            return;
        }

        if (nearest.IsEmpty)
        {
            talk.Reply(talk.Say("fallback.not-understood"), talk.Ways.Overview(), talk.Ways.Tip(), talk.Ways.Help());
            return;
        }

        var text = talk.Meaning.Score > 0 ? talk.Say("fallback.nearest") : talk.Say("fallback.not-understood");
        talk.Reply(text, [.. nearest, talk.Ways.Help()]);
    }
}
