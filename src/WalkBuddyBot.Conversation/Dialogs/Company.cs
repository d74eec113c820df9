using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// How the bot speaks where others listen. It answers questions about the article; whatever is somebody's own (reminders, walks, data) it
/// takes up in a chat of their own only. Nobody is kept here, so nothing of one member can reach another.
/// </summary>
internal sealed class Company(Talks talks, ITopics topics)
{
    private const int MostTitles = 3;

    /// <summary>The answer to what is not said here as it would be among two; null where it is.</summary>
    public TurnOutcome? Answer(Meaning meaning, Heard heard, PersonFacts facts, Instant now)
    {
        var talk = talks.Begin(meaning, heard, facts, now);
        switch (meaning.Label)
        {
            case Intents.Installed:
                var by = heard.Inputs.GetValueOrDefault(Verbs.InstalledBy);
                talk.Reply(by is null ? talk.Say("company.added") : talk.Say("company.added-by", ("name", by)));
                break;
            case Intents.Uninstalled or Intents.Ended:
                break;
            case Intents.Greeting or Intents.Help:
                talk.Reply(talk.Say("company.help"));
                break;
            case Intents.OutOfScope when heard.Verb is null && string.IsNullOrWhiteSpace(heard.Text):
                talk.Reply(talk.Say("company.help"));
                break;
            case Intents.OutOfScope:
                var nearest = meaning.Nearest.Select(topics.Find).OfType<Topic>().Select(Ways.Ask);
                talk.Reply(talk.Say("company.not-in-article"), [.. nearest.DefaultIfEmpty(talk.Ways.Overview())]);
                break;
            case Intents.Thanks or Intents.Goodbye or Intents.Tip:
                return null;
            case Intents.More or Intents.Why or Intents.Yes or Intents.No:
                talk.Reply(talk.Say("company.no-thread"));
                break;
            default:
                if (topics.Find(meaning.Label) is not null)
                {
                    return null;
                }

                talk.Reply(talk.Say("company.personal"));
                break;
        }

        return talk.Done();
    }

    /// <summary>An outcome as it may be among others: nobody is kept, nothing is done, and topics are offered in words.</summary>
    public TurnOutcome Among(TurnOutcome outcome, Heard heard) => outcome with
    {
        After = null,
        Effects = [],
        Replies = [.. outcome.Replies.Select(reply => InWords(reply, talks.SpeechOf(heard.Language)))],
    };

    private static Reply InWords(Reply reply, Speech speech)
    {
        ImmutableArray<string> titles =
            [.. reply.Choices.Where(choice => choice.Verb == Verbs.Ask).Take(MostTitles).Select(choice => choice.Title)];
        if (titles.IsEmpty || reply.Urgency == Urgency.Safety)
        {
            return reply with { Choices = [] };
        }

        var text = $"{reply.Text}\n\n{speech.Say("company.ways", ("titles", SpokenTime.List(titles.Select(title => $"\"{title}\""))))}";
        return reply with { Text = text, Speak = Voiced.Speak(text), Choices = [] };
    }
}
