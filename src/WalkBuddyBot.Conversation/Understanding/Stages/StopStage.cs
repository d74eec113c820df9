using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// Stop obeys at once: first of all, in every state, from plain word lists. Only words that cannot mean anything else stop, so that
/// "should I stop if it hurts" is a question and "stop until monday" a pause.
/// </summary>
internal sealed class StopStage : IStage
{
    private static readonly FrozenSet<string> Whole = new[]
    {
        "stop", "unsubscribe", "quit", "end", "exit", "cancel", "enough", "leave me alone", "leave me be", "go away", "shut up", "opt out",
        "opt me out", "sign me out", "remove me", "get lost", "buzz off", "do not remind me", "do not remind me again",
        "do not remind me any more",
        "do not remind me anymore", "no more reminders", "no more nudges", "no more messages", "no reminders", "no more",
        "please no more", "stop stop",
        "stop stop stop", "i want you to stop", "i want to stop", "i want this to stop", "make it stop", "make this stop", "please stop",
        "i do not want reminders", "i do not want any reminders", "i do not want reminders any more", "i do not want reminders anymore",
        "i do not want any more reminders", "i do not want this anymore", "i do not want to be reminded", "i do not want this",
        "i do not want this any more",
        "do not message me", "do not message me again", "do not message me anymore", "do not message me any more", "do not write to me",
        "do not contact me", "do not contact me again", "do not nudge me", "do not nudge me again", "do not send me reminders",
        "do not send me anything", "do not send me messages", "do not send me any more reminders", "never remind me again",
        "never message me again", "never contact me again", "i have had enough", "that is enough", "enough reminders",
        "do not bother me", "do not bother me again", "do not send reminders", "i am done with reminders", "i am done with this",
        "fuck off",
        "piss off", "i said stop", "i told you to stop", "just stop", "stop now",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Verbs = Vocabulary.Set("stop stopp cancel end quit disable unsubscribe kill halt cease");

    // What may stand around the verb; any other word makes it something else.
    private static readonly FrozenSet<string> Objects = Vocabulary.Set(
        """
        it this that these those all my the everything anything any more anymore now immediately at once forever
        completely for good please me
        reminder reminders reminding nudge nudges nudging message messages messaging texts texting sending notification
        notifications notifying
        bothering bugging pinging pinging annoying spamming pestering contacting talking writing to of from with you
        your walk walking walkbuddy bot
        off turn switch i want would like can could to just and them us permanently right away asap schedule schedules
        alerts alarms pings
        """);

    private static readonly FrozenSet<string> Reminders = Vocabulary.Set(
        "reminders nudges notifications everything schedules schedule alarms alerts");

    private static readonly FrozenSet<string> Contacts = Vocabulary.Set(
        "ping message text nudge remind contact write bother bug poke send pester notify spam disturb annoy");

    private static readonly FrozenSet<string> AroundContacts = Vocabulary.Set(
        """
        do not ever never please just you dare again anymore any more me to at all these those this your messages message reminders reminder
        nudges pings texts stuff anything
        """);

    // Words one slip from stop that are words of their own.
    private static readonly FrozenSet<string> OwnWords = Vocabulary.Set("step shop slop stoop strop stow stomp sop spot");

    public Meaning? Try(Message message)
    {
        var said = Courtesy.Strip(message.Words);
        var stops = Whole.Contains(message.Words) || Whole.Contains(said) || IsSlip(said)
            || (message.Scan.Pieces.IsEmpty && (IsCommand(message) || IsNever(message)));
        return stops ? Meanings.Sure(Intents.Stop) : null;
    }

    // "don't ever ping me again", "never text me any more": a refusal of every message, and of nothing else.
    private static bool IsNever(Message message)
    {
        var words = message.Words.Split(' ');
        return !message.IsAsked && words[0] != "you" && !Contacts.Contains(words[0])
            && words.Contains("me") && words.Any(Contacts.Contains) && (words.Contains("never") || message.Says("do not"))
            && words.All(word => Contacts.Contains(word) || AroundContacts.Contains(word));
    }

    private static bool IsSlip(string said) => !OwnWords.Contains(said) && EditDistance.IsOneSlip(said, "stop");

    private static bool IsCommand(Message message)
    {
        var (off, reminders, strong) = (false, false, false);
        foreach (var token in message.Tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                if (token.Kind == TokenKind.Number || token.IsMark('?'))
                {
                    return false;
                }

                continue;
            }

            strong |= Verbs.Contains(token.Text);
            off |= token.Text == "off";
            reminders |= Reminders.Contains(token.Text);
            if (!Verbs.Contains(token.Text) && !Objects.Contains(token.Text))
            {
                return false;
            }
        }

        // "stop walking" is no wish to be left alone; "turn them off" is. "delete all reminders" takes away what is set, and stops nothing;
        // so does "cancel it", of which the dialog knows what it is.
        var walking = message.Words.Contains("walking", StringComparison.Ordinal) && !reminders;
        var single = message.SaysAny("cancel it", "cancel that", "cancel this", "cancel that one", "cancel this one") && !reminders;
        return !walking && !single && (strong || (off && IsSwitch(message.Words)));
    }

    private static bool IsSwitch(string words) =>
        words.Contains("turn", StringComparison.Ordinal) || words.Contains("switch", StringComparison.Ordinal);
}
