using WalkBuddyBot.Conversation.Safety.Learning;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>The rules of the safety files, applied. Needs nothing but the message.</summary>
public sealed class SafetyRules : ISafetyRules
{
    private readonly Book _book;
    private readonly SafetyOptions _options;

    private SafetyRules(Book book, SafetyOptions options) => (_book, _options) = (book, options);

    /// <summary>The rules in <c>safety/*.yaml</c> below a content folder.</summary>
    /// <exception cref="InvalidDataException">A file has a mistake; the message names file and line.</exception>
    public static SafetyRules Load(string folder, SafetyOptions options)
    {
        var (book, mistakes) = BookReader.Read(folder);
        return book is not null
            ? new SafetyRules(book, options)
            : throw new InvalidDataException(string.Join('\n', mistakes.Select(mistake => $"safety/{mistake.File}({mistake.Line}): {mistake.What}")));
    }

    /// <summary>The files behind the rules.</summary>
    internal Book Book => _book;

    /// <inheritdoc/>
    public SafetyFinding Assess(string text) => Find(text) switch
    {
        (null, false) => SafetyFinding.None,
        (null, true) => Say(SafetyLevel.None, _book.Information.Text, _book.Information.Again, note: null, information: true),
        ({ } found, false) when found.Level < SafetyLevel.SameDay =>
            Say(found.Level, words: null, again: null, _book.WordsFor(found.Sign.Reply, found.Level).Text, information: false),
        ({ } found, true) when found.Level < SafetyLevel.SameDay => Say(
            SafetyLevel.None, _book.Information.Text, _book.Information.Again, _book.WordsFor(found.Sign.Reply, found.Level).Text, information: true),
        ({ } found, _) => Full(found.Level, _book.WordsFor(found.Sign.Reply, found.Level), found.Other),
    };

    /// <summary>The sign behind the level, for tests: never stored, never logged.</summary>
    internal string? SignIn(string text) => Find(text).Found?.Sign.Id;

    /// <summary>The words for what a message sounds like: those of its group when there is no doubt, else those that ask.</summary>
    internal SafetyFinding Say(Sensed sensed) => Full(
        sensed.Danger.Level, _book.WordsFor(sensed.Sure ? sensed.Danger.Group : Book.InDoubt, sensed.Danger.Level), sensed.Other);

    private ((Sign Sign, SafetyLevel Level, bool Other)? Found, bool Asked) Find(string text)
    {
        var message = _book.Reader.Read(text);
        if (message.Count == 0)
        {
            return (null, false);
        }

        var reading = new Reading(message, _book.Phrases.In(message), _book.Roles, _book.Symptoms, _book.Idioms, _book.Plain);
        (Sign Sign, SafetyLevel Level, bool Other)? best = null;
        var asked = false;
        foreach (var sign in _book.Signs)
        {
            if (best is { } sofar && sofar.Level >= sign.Level && sign.Level > SafetyLevel.SeeSoon)
            {
                continue;
            }

            var evidence = Finder.Find(sign, reading);
            asked |= sign.Information ? evidence.Reality > Reality.Dropped : evidence.Reality == Reality.Asked && sign.Level >= SafetyLevel.SameDay;
            var level = Levels.Of(sign, evidence);
            if (level > (best?.Level ?? SafetyLevel.None))
            {
                best = (sign, level, evidence.Other);
            }
        }

        return (best, asked);
    }

    private SafetyFinding Full(SafetyLevel level, Words words, bool other) =>
        Say(level, other ? words.Other ?? words.Text : words.Text, words.Again, note: null, information: false);

    private SafetyFinding Say(SafetyLevel level, string? words, string? again, string? note, bool information) => new(
        level, Filled(words), Filled(again), Filled(note), information);

    private string? Filled(string? text) => text is null ? null : _options.Fill(text);
}
