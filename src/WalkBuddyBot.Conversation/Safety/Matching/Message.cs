namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>A message as words, each with the numbers it may stand for, and the breaks between them.</summary>
internal sealed class Message
{
    private readonly List<string> _words = [];
    private readonly List<Break> _before = [];
    private readonly List<bool> _asked = [];
    private int[] _sentence = [];
    private List<(int Start, int End)> _sentences = [];

    public int Count => _words.Count;

    public IReadOnlyList<string> Words => _words;

    public IReadOnlyList<Break> Before => _before;

    public int[][] Ids { get; private set; } = [];

    public void Add(string word, Break before)
    {
        _words.Add(word);
        _before.Add(_words.Count == 1 ? Break.Sentence : before);
        _asked.Add(false);
    }

    /// <summary>Whether the last words are these, with nothing but spaces between them.</summary>
    public bool EndsWith(string[] words)
    {
        var first = Count - words.Length;
        if (first < 0)
        {
            return false;
        }

        for (var at = 0; at < words.Length; at++)
        {
            if (_words[first + at] != words[at] || (at > 0 && _before[first + at] != Break.None))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts one word in the place of the last few.</summary>
    public void Join(int count, string word)
    {
        var first = Count - count;
        _words.RemoveRange(first + 1, count - 1);
        _before.RemoveRange(first + 1, count - 1);
        _asked.RemoveRange(first + 1, count - 1);
        _words[first] = word;
    }

    /// <summary>A question mark stands after the last word.</summary>
    public void Ask()
    {
        if (_asked.Count > 0)
        {
            _asked[^1] = true;
        }
    }

    /// <summary>Ends the adding: "but" and its like part, and every word gets its numbers.</summary>
    public void Seal(Lexicon lexicon, Func<string, bool> parts)
    {
        Ids = new int[Count][];
        _sentence = new int[Count];
        _sentences = [];
        for (var at = 0; at < Count; at++)
        {
            Ids[at] = lexicon.IdsOf(_words[at]);
            if (_before[at] < Break.Clause && parts(_words[at]))
            {
                _before[at] = Break.Clause;
            }

            if (_before[at] == Break.Sentence)
            {
                _sentences.Add((at, at + 1));
            }

            _sentences[^1] = (_sentences[^1].Start, at + 1);
            _sentence[at] = _sentences.Count - 1;
        }
    }

    /// <summary>The number of the sentence a word stands in.</summary>
    public int SentenceOf(int word) => _sentence[word];

    /// <summary>A sentence's words.</summary>
    public (int Start, int End) Sentence(int number) => _sentences[number];

    public int Sentences => _sentences.Count;

    /// <summary>Whether a sentence ends with a question mark.</summary>
    public bool Asked(int number) => _asked[_sentences[number].End - 1];
}
