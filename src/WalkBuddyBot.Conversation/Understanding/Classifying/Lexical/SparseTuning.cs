namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>How the lexical part learns; the values were chosen by cross-validation.</summary>
internal sealed record SparseTuning
{
    public int Epochs { get; init; } = 12;

    public float Rate { get; init; } = 0.2f;

    public float Decay { get; init; }

    public float Dropout { get; init; } = 0.2f;

    public int Seed { get; init; } = 1;

    public int FewestExamples { get; init; } = 1;

    public int MostTerms { get; init; } = 60_000;
}
