using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>What a person thinks of the bot: "you are great", "not helpful", "i have feedback". Of free words only the opinion is read.</summary>
internal sealed class FeedbackStage : IStage
{
    private const string Good = "good";
    private const string Bad = "bad";

    private static readonly FrozenSet<string> Praise = Vocabulary.Set(
        """
        great good helpful useful awesome amazing brilliant excellent fantastic wonderful perfect lovely nice kind friendly super best cool
        fabulous love like handy impressive fun loved liked superb genius smart
        """);

    private static readonly FrozenSet<string> Blame = Vocabulary.Set(
        """
        useless annoying bad terrible awful rubbish stupid dumb horrible hate unhelpful wrong boring crap shit garbage worst confusing hopeless
        pointless sucks suck irritating disappointing disappointed silly poor broken nonsense lame dislike creepy worthless trash sh*t hated
        """);

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        you your are is was were it this that the bot app thing service walkbuddy buddy reminders reminder tips tip answer answers nudges
        so very really quite pretty too absolutely totally just such a an of at all not never no i really do did does me my question help
        helped helping answer answered be been always much bit little kinda kind chatbot robot assistant one but and think find found
        to feel am with by what piece information info useful thanks thank now honestly sorry job well done work working lot chat talking use using
        """);

    // Said of the bot itself, or of what it just said.
    private static readonly FrozenSet<string> Ours = Vocabulary.Set(
        "you your bot this that it app reminders reminder tips tip answer answers walkbuddy chatbot service nudges assistant");

    private static readonly string[] Wanting =
    [
        "feedback", "a suggestion", "suggestions", "suggestion", "complain", "a complaint", "complaint",
    ];

    private static readonly FrozenSet<string> Offering = Vocabulary.Set(
        """
        i have some a for you want to give leave send would like feedback suggestion suggestions complain complaint about the this bot my
        can could how do where please got here is share make submit report let me hey hi your service app it small little quick on
        positive negative
        """);

    public Meaning? Try(Message message)
    {
        if (message.Scan.Pieces.Length > 0 && !message.Words.StartsWith("feedback ", StringComparison.Ordinal))
        {
            return null;
        }

        var offered = Wanting.Any(message.Says)
            && (message.Words.StartsWith("feedback", StringComparison.Ordinal) || message.Words.StartsWith("suggestion", StringComparison.Ordinal)
                || message.Scan.Rest.All(token => Offering.Contains(token.Text)));
        return offered ? Meanings.Sure(Intents.Feedback, new Slots { Opinion = Opinion(message.Tokens) }) : Said(message);
    }

    /// <summary>Good, bad, or null where the words do not say.</summary>
    public static string? Opinion(ImmutableArray<Token> tokens)
    {
        string? opinion = null;
        var denied = 0;
        foreach (var token in tokens)
        {
            denied = token.Text is "not" or "never" or "no" or "hardly" ? 4 : denied - 1;
            var said = Praise.Contains(token.Text) || (token.Text is "helped" or "helps" or "help" or "answered" or "answer" or "works" or "work")
                ? denied > 0 ? Bad : Good
                : Blame.Contains(token.Text) ? denied > 0 ? Good : Bad : null;

            // "help" and "answer" say something only where they are denied or told of the past.
            if (said == Good && token.Text is "help" or "answer" or "works" or "work")
            {
                continue;
            }

            opinion = opinion is not null && said is not null && said != opinion ? Bad : said ?? opinion;
        }

        return opinion;
    }

    private static Meaning? Said(Message message)
    {
        var rest = message.Scan.Rest;
        var first = rest.IsEmpty ? string.Empty : rest[0].Text;
        if (rest.Length is 0 or > 12 || message.IsAsked || first is "is" or "are" or "do" or "does" or "what" or "did" or "was"
            || rest.Any(token => !Around.Contains(token.Text) && !Praise.Contains(token.Text) && !Blame.Contains(token.Text)))
        {
            return null;
        }

        var alone = rest.Length <= 4 && rest.All(token => !(token.Text is "i" or "no"))
            && (message.SaysAny("not helpful", "unhelpful", "not useful", "useless", "not good", "helpful", "very helpful", "rubbish", "good bot",
                "bad bot", "great job", "good job", "well done", "nice job", "stupid bot", "useful", "wrong answer", "bad answer", "good answer"));
        var told = rest.Any(token => Ours.Contains(token.Text)) && rest.Length >= 2;
        return (alone || told) && Opinion(message.Tokens) is { } opinion
            ? Meanings.Sure(Intents.Feedback, new Slots { Opinion = opinion })
            : null;
    }
}
