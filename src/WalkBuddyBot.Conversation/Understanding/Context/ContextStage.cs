using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding.Context;

/// <summary>
/// Words that mean something only after what was said and done before them. It knows them whole or not at all, so that a new wish is
/// never taken for an old one put right.
/// </summary>
/// <param name="staged">All stages, for words that are said again in full.</param>
internal sealed class ContextStage(Func<Message, Meaning> staged) : IStage
{
    // How long what was done is remembered.
    private static readonly Duration Memory = Duration.FromMinutes(10);

    private static readonly FrozenSet<string> TakenBack =
        new[] { "cancel that", "cancel this", "never mind that", "no cancel that", "wait cancel that" }.ToFrozenSet();

    // Of a reminder these take it away; of anything else they take back what was done.
    private static readonly FrozenSet<string> TakenAway = new[]
    {
        "cancel it", "delete that", "delete it", "remove that", "remove it", "cancel", "cancel the walk", "delete the walk", "remove the walk",
        "take it off",
    }.ToFrozenSet();

    private static readonly ChangeStage Changes = new();

    private static readonly FrozenSet<string> Hows = new[]
    {
        "how", "how exactly", "how does that work", "how does it work", "how does that help", "how does it help", "in what way", "how is that",
        "but how", "and how", "ok how", "what makes you say that", "like what", "such as", "for example",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Others = new[]
    {
        "the other one", "no the other one", "i meant the other one", "not that one", "the other", "no not that one", "wrong one",
        "no the other", "no i meant the other one", "sorry the other one", "not this one", "wrong reminder",
    }.ToFrozenSet();

    public Meaning? Try(Message message)
    {
        if (message.Talk is not { } talk)
        {
            return null;
        }

        var bare = Courtesy.Strip(message.Words);
        if (talk is not ({ LastTopic: null, LastTip: null }) && (Hows.Contains(message.Words) || Hows.Contains(bare)))
        {
            return Meanings.Sure(Intents.Why);
        }

        if (talk.Question is not null)
        {
            return null;
        }

        var done = talk.Action is { } action && message.Now < action.At + Memory ? AfterIt(action, message, bare) : null;
        return done ?? (talk.Offered is { IsDefaultOrEmpty: false } offered
            && Choosing.Of(offered, message, one => Afresh(one, message).Label == talk.LastTopic) is { } chosen
            ? Afresh(chosen, message) : null);
    }

    private Meaning? AfterIt(LastAction action, Message message, string bare)
    {
        var ofReminder = action.Label is Intents.SetReminder or Intents.ChangeTime;
        if (TakenBack.Contains(bare) || (TakenAway.Contains(bare) && !ofReminder))
        {
            return Meanings.Sure(Intents.Undo);
        }

        if (TakenAway.Contains(bare))
        {
            return Changes.Try(message);
        }

        if (Others.Contains(message.Words) && action is { Label: Intents.ChangeTime, Place: { } place, Of: 2 })
        {
            var slots = KeptSlots.Read(action.Slots);
            var other = slots with { Which = $"{3 - place}", FromTime = null, FromDay = null, RemoveTimes = [], RemoveDays = [] };
            var removes = !slots.RemoveTimes.IsEmpty || !slots.RemoveDays.IsEmpty;
            return Meanings.Sure(Intents.ChangeTime, other with { Off = slots.Off || removes }) with { Amends = true };
        }

        return Addition.Of(action, message) ?? (ofReminder ? Changed(message) : null) ?? (Amendment.Of(action, message) is { } said ? Amended(action, said, message) : null);
    }

    // "Make it 20 minutes later" is no snooze where a reminder was set a moment ago.
    private static Meaning? Changed(Message message) =>
        Correction.IsOne(message) && !message.SaysAny("skip", "pause", "snooze", "goal", "walked", "quiet")
        && Changes.Try(message) is { Label: Intents.ChangeTime, Ask: null, Error: null } change ? change : null;

    private Meaning? Amended(LastAction action, string said, Message message)
    {
        var meaning = Afresh(said, message);
        if (meaning.Label != action.Label || meaning.Ask is not null || meaning.Error is not null)
        {
            return null;
        }

        // A walk of yesterday that was longer is still a walk of yesterday.
        var date = meaning.Slots.Date ?? (action.Label == Intents.LogWalk ? KeptSlots.Read(action.Slots).Date : null);
        return meaning with { Amends = true, Slots = meaning.Slots with { Date = date } };
    }

    private Meaning Afresh(string words, Message message) => staged(Message.Read(words, message.Now, message.Zone, talk: null));
}
