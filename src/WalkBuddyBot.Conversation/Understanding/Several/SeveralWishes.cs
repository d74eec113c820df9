using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Several;

/// <summary>
/// A message that holds more than one wish: "remind me at 9 and why does it help my core". It is cut only where each part means something
/// alone; else it stands as it is.
/// </summary>
/// <param name="one">What one wish means.</param>
/// <param name="isTopic">Whether a label is a topic.</param>
internal sealed class SeveralWishes(Func<Message, Meaning> one, Func<string, bool> isTopic)
{
    private const int Most = 3;

    // What the article as a whole is about: beside another question it is only the way to it.
    private const string Whole = "overview";

    private static readonly FrozenSet<string> Chatter = Vocabulary.Set(
        """
        ok okay cool nice great good sounds interesting wow oh hm hmm right fine alright i see got it lovely awesome this that is was well
        perfect yes yeah sure hi hello hey there again bot buddy thanks thank you thx ta cheers so much a lot very for everything
        morning afternoon evening
        """);

    private static readonly FrozenSet<string> Asking = Vocabulary.Set(
        "why what how when does do is are did should will which where who can could would");

    /// <summary>All that is meant; null where it is one thing.</summary>
    public Meaning? Of(Message message)
    {
        if (Phrases.Label(message.Words) is not null || Courtesy.Only(message) is not null || new StopStage().Try(message) is not null)
        {
            return null;
        }

        var parts = Segments.Of(message);
        return parts.Length < 2 ? null : Together(message, [.. parts.Select(part => Message.Read(part, message.Now, message.Zone, message.Talk))]);
    }

    private Meaning? Together(Message message, List<Message> parts)
    {
        var wishes = new List<Meaning>();
        var thanks = false;
        foreach (var part in parts)
        {
            if (part.Scan.Pieces.IsEmpty && part.Words.Split(' ').All(Chatter.Contains))
            {
                thanks |= part.SaysAny("thanks", "thank you", "thx", "cheers", "ta");
                continue;
            }

            if (wishes.Count > Most)
            {
                break;
            }

            var wish = one(part);
            if (!Stands(wish, part, wishes))
            {
                return null;
            }

            wishes.Add(wish);
        }

        // Who says stop is not answered with a courtesy first.
        thanks &= !wishes.Exists(wish => wish.Label == Intents.Stop);
        return wishes is [] || (wishes.Count > 1 && IsOneAfterAll(message, wishes)) ? null : wishes[0] with
        {
            Also = [.. wishes.Skip(1).Take(Most - 1), .. thanks ? [Meanings.Sure(Intents.Thanks)] : ImmutableArray<Meaning>.Empty],
            LeavesSome = wishes.Count > Most,
        };
    }

    private bool Stands(Meaning wish, Message part, List<Meaning> before) => wish switch
    {
        { Error: not null } => false,
        { Label: Intents.OutOfScope or Intents.NotAWalk or Intents.Greeting or Intents.Goodbye } => false,
        { Label: Intents.Yes or Intents.No } => before.Count == 0 && part.Talk?.Question is not null,
        { Label: Intents.More or Intents.Why } => part.Talk is { LastTopic: not null } or { LastTip: not null } || before.Count > 0,
        { Label: Intents.ChangeTime, Ask: Asks.Times } => part.Scan.Pieces.Length > 0 || part.SaysAny("reminder", "reminders"),
        // "to get up and move", "to breathe and pause" is what one is reminded to do.
        { Label: not Intents.Undo } when before is [.., { Label: Intents.SetReminder }] && !part.Words.Contains(' ', StringComparison.Ordinal) =>
            false,
        _ => !isTopic(wish.Label) || IsQuestion(part),
    };

    // What is told around a question is no second one.
    private static bool IsQuestion(Message part) => part.IsAsked || part.SaysAny("tell me", "explain")
        || part.Tokens.Any(token => token.Kind == TokenKind.Word) && Asking.Contains(part.Tokens.First(token => token.Kind == TokenKind.Word).Text);

    // One meaning said twice, or a sentence that means more as a whole than its parts do.
    private bool IsOneAfterAll(Message message, List<Meaning> wishes)
    {
        var labels = wishes.Select(wish => wish.Label).Distinct().ToList();
        if (wishes.TrueForAll(wish => isTopic(wish.Label)))
        {
            return labels.Count < wishes.Count || labels.Contains(Whole);
        }

        if (labels.Count == wishes.Count && wishes.TrueForAll(wish => wish.Ask is null))
        {
            return false;
        }

        return one(message) is { Ask: null, Error: null, Label: not Intents.OutOfScope } whole && !isTopic(whole.Label)
            && (labels.Count == 1 || wishes.Exists(wish => wish.Ask is not null && wish.Label == whole.Label));
    }
}
