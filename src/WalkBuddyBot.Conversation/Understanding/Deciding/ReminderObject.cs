using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>
/// What a reminder is to be for. "To take my pills" is no walk, and "pills before my walk" is none either; "walk the dog", "stretch my
/// legs" and "take the kids out for a stroll" are.
/// </summary>
internal static class ReminderObject
{
    private static readonly FrozenSet<string> Asking =
        Vocabulary.Set("remind reminder reminders nudge ping notify prompt alarm alert poke buzz");

    // "Message me" asks; "message my boss" is what the reminder would be for.
    private static readonly FrozenSet<string> Calling =
        Vocabulary.Set("message text mail email call ring phone tell write send give drop shout prod wake get");

    private static readonly string[] Walking =
    [
        "stretch my legs", "stretch our legs", "stretch the legs", "stretch your legs", "get up", "stand up", "get moving", "get going",
        "get out", "get outside", "go out", "go outside", "head out", "off the couch", "off the sofa", "off my chair", "off the chair",
        "off my bum", "off my butt", "off my backside", "leave my desk", "leave the desk", "away from my desk", "away from the desk",
        "round the block", "around the block", "fresh air", "do my laps", "on my feet", "to move", "get my steps", "lace up",
        "walking shoes", "be active", "some movement", "my constitutional",
    ];

    // What people are reminded of besides. Each is looked for as a whole word before any word for walking.
    private static readonly FrozenSet<string> Other = Vocabulary.Set(
        """
        pill pills tablet tablets medicine medicines medication medications meds med dose antibiotic antibiotics inhaler insulin vitamin
        vitamins supplement supplements ibuprofen paracetamol aspirin injection eyedrops drops prescription
        water drink drinks hydrate hydrated coffee tea eat eating lunch breakfast dinner supper snack meal meals cook cooking bake oven
        call ring phone telephone text email mail message reply write send post facetime zoom whatsapp
        pay paying bill bills rent invoice invoices tax taxes bank transfer salary
        buy buying shop shopping groceries milk bread eggs order pick collect fetch return
        appointment appointments dentist doctor gp meeting meetings interview exam test homework assignment deadline report presentation
        birthday anniversary wedding party present gift flowers card
        feed feeding cat cats fish hamster vet water plants plant garden lawn
        laundry washing wash clean cleaning dishes dishwasher vacuum hoover bin bins trash rubbish garbage recycling iron ironing
        gym swim swimming yoga pilates squats pushups plank planks weights cycle cycling bike spin run running jog jogging zumba dance
        sit-ups situps crunches exercises
        pray prayer meditate meditation journal read reading study revise practice practise guitar piano
        sleep bed nap bedtime wake shower bath teeth floss shave skincare sunscreen
        breathe posture straight slouch slouching
        charge charger car tyres oil mot insurance passport visa flight train ticket tickets hotel password backup update
        church mass book library film match game show episode
        ice heat heating pad cream gel brace belt tens massage physio physiotherapy
        """);

    private static readonly string[] OtherPhrases = ["sit up", "sit straight", "take out", "put out", "pick up", "log off", "go to bed"];

    /// <summary>The meaning with what it is a reminder for seen to: something else is declined.</summary>
    public static Meaning Check(Meaning meaning, Message message) => meaning.Label switch
    {
        Intents.Snooze when message.SaysAny("remind me to", "remind me about", "remind me of") && IsOther(message) =>
            Meanings.NotAWalk(Slots.None),
        Intents.SetReminder when meaning.Slots.About is null && IsOther(message) =>
            Meanings.NotAWalk(meaning is { Ask: null, Error: null } ? meaning.Slots : Slots.None) with
            {
                Score = meaning.Score,
                Nearest = meaning.Nearest,
            },
        _ => meaning,
    };

    /// <summary>Whether something that is no walk is named as what the reminder is for.</summary>
    public static bool IsOther(Message message)
    {
        var (start, end) = Extent(message);
        var walk = FirstWalk(message, start, end);
        var other = start;
        while (other < end && !Other.Contains(message.Tokens[other].Text) && !OtherPhrases.Any(words => StandsAt(message, words, other)))
        {
            other++;
        }

        return other < end && other < walk;
    }

    // From the word that asks to the end of its sentence; of a wish without such a word the whole.
    private static (int Start, int End) Extent(Message message)
    {
        var start = 0;
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            var asks = Asking.Contains(message.Tokens[at].Text)
                || (Calling.Contains(message.Tokens[at].Text) && at + 1 < message.Tokens.Length
                    && message.Tokens[at + 1].Text is "me" or "us");
            start = asks ? at + 1 : start;
        }

        if (start == 0)
        {
            return (0, message.Tokens.Length);
        }

        var end = start;
        while (end < message.Tokens.Length && !(message.Tokens[end] is { Kind: TokenKind.Mark, Glued: true } mark
            && mark.Text is "." or "!" or "?" or ";"
            && !IsWithinNumber(message, end)))
        {
            end++;
        }

        // "a water reminder" says it before; "walking reminder" does too.
        return (Math.Max(0, start - 2) is var before && message.Tokens[start - 1].Text is "reminder" or "reminders" or "alarm" or "alert"
            ? before : start, end);
    }

    private static bool IsWithinNumber(Message message, int at) =>
        at + 1 < message.Tokens.Length && message.Tokens[at + 1] is { Glued: true };

    private static int FirstWalk(Message message, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (Vocabulary.Walks.Contains(message.Tokens[at].Text) || Walking.Any(words => StandsAt(message, words, at)))
            {
                return at;
            }
        }

        return end;
    }

    private static bool StandsAt(Message message, string words, int at)
    {
        foreach (var range in words.AsSpan().Split(' '))
        {
            if (at >= message.Tokens.Length || !words.AsSpan(range).SequenceEqual(message.Tokens[at++].Text))
            {
                return false;
            }
        }

        return true;
    }
}
