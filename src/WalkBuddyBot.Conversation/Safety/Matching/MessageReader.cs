namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>From what was typed to words and breaks: folded, contractions written out, disguises taken off.</summary>
internal sealed class MessageReader(
    Lexicon lexicon,
    IReadOnlyDictionary<string, string[]> contractions,
    Joins joins,
    IReadOnlySet<string> partings,
    IReadOnlyDictionary<string, string> pictures)
{
    private const string Disguises = "0o1i3e4a5s7t8b@a$s!i";
    private const int FewestSpelledLetters = 4;

    public Message Read(string text)
    {
        var message = new Message();
        var pieces = Pieces.Of(Folding.Fold(text, pictures));
        for (var at = 0; at < pieces.Count; at++)
        {
            var run = SpelledFrom(pieces, at);
            if (run >= FewestSpelledLetters)
            {
                AddSpelled(message, string.Concat(pieces.Skip(at).Take(run).Select(piece => piece.Word)), pieces[at].Before);
                at += run - 1;
            }
            else
            {
                AddWord(message, pieces[at].Word, pieces[at].Before);
            }

            if (pieces[at].Asked)
            {
                message.Ask();
            }
        }

        message.Seal(lexicon, partings.Contains);
        return message;
    }

    // "k i l l" is read as the word it spells.
    private static int SpelledFrom(List<Piece> pieces, int start)
    {
        var run = 0;
        while (start + run < pieces.Count && pieces[start + run].Word.Length == 1 && char.IsAsciiLetter(pieces[start + run].Word[0]))
        {
            run++;
        }

        return run;
    }

    private void AddSpelled(Message message, string letters, Break before)
    {
        for (var at = 0; at < letters.Length;)
        {
            var length = Math.Min(letters.Length - at, 16);
            while (length > 1 && !lexicon.Knows(letters.Substring(at, length)))
            {
                length--;
            }

            message.Add(letters.Substring(at, length), at == 0 ? before : Break.None);
            at += length;
        }
    }

    private void AddWord(Message message, string typed, Break before)
    {
        var word = Undisguised(Apart(typed));
        if (contractions.TryGetValue(word, out var full))
        {
            foreach (var part in full)
            {
                Add(message, part, before);
                before = Break.None;
            }
        }
        else if (lexicon.Split(word) is { } two)
        {
            Add(message, two.First, before);
            Add(message, two.Second, Break.None);
        }
        else
        {
            Add(message, word, before);
        }
    }

    private void Add(Message message, string word, Break before)
    {
        message.Add(word, before);
        while (joins.AtEnd(message) is var (count, joined) && count > 0)
        {
            message.Join(count, joined);
        }
    }

    // "dad's" is "dad"; "can't" is "cant", as most people type it on a phone.
    private static string Apart(string typed)
    {
        var whole = typed is "he's" or "she's" or "it's" or "that's" or "there's" or "what's" or "who's" or "here's" or "how's" or "let's";
        var word = typed.EndsWith("'s", StringComparison.Ordinal) && !whole ? typed[..^2] : typed;
        return word.EndsWith("'ll", StringComparison.Ordinal) || word.EndsWith("'d", StringComparison.Ordinal)
            ? word
            : word.Replace("'", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
    }

    private string Undisguised(string word)
    {
        if (lexicon.Knows(word) || contractions.ContainsKey(word))
        {
            return word;
        }

        if (Shortened(word, 2) is { } twice && (lexicon.Knows(twice) || contractions.ContainsKey(twice)))
        {
            return twice;
        }

        if (Shortened(word, 1) is { } once && (lexicon.Knows(once) || contractions.ContainsKey(once)))
        {
            return once;
        }

        if (!word.Any(char.IsAsciiLetter) || word.All(char.IsAsciiLetter))
        {
            return Shortened(word, 1) ?? word;
        }

        var bare = string.Concat(word.Select(Bare));
        return lexicon.Knows(bare) ? bare : word;
    }

    private static char Bare(char letter)
    {
        var at = Disguises.IndexOf(letter, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 && !char.IsAsciiLetter(letter) ? Disguises[at + 1] : letter;
    }

    // Three or more of a letter in a row become so many; null when there are none.
    private static string? Shortened(string word, int most)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var run = 1;
            while (at + run < word.Length && word[at + run] == word[at])
            {
                run++;
            }

            kept.Append(word[at], run >= 3 ? most : run);
            at += run;
        }

        return kept.Length == word.Length ? null : kept.ToString();
    }
}
