using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>The stores of the wire, in memory and true to their contracts. One instance outlives a service, as a database does.</summary>
internal sealed class InMemoryStores(IClock clock) : IConversationStore, IOpenConversations, IInbox, ISigningKeys
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Transcript> _transcripts = [];
    private readonly Dictionary<string, (BotActivity Activity, string Sink, Instant At, bool Done, string? Answer)> _inbox = [];
    private readonly List<SigningKey> _keys = [];

    /// <summary>Whether nothing can be reached.</summary>
    public bool Away { get; set; }

    /// <summary>Where a look-up of a conversation hangs: it says that somebody waits, and never ends.</summary>
    public TaskCompletionSource? Hanging { get; set; }

    public int KeyReads { get; private set; }

    public int SeenCount { get; private set; }

    /// <summary>How often a node asked where the conversations of its open pages stand.</summary>
    public int Looks { get; private set; }

    public IReadOnlyList<WebConversation> Conversations => Locked(() =>
        _transcripts.Values.Select(transcript => transcript.Conversation).ToList());

    public IReadOnlyList<string> InboxKeys => Locked(() => _inbox.Keys.ToList());

    public IReadOnlyList<StoredActivity> Stored(string conversationId) => Locked(() => _transcripts[conversationId].Rows.ToList());

    /// <summary>Commits a turn: false when it was committed before.</summary>
    public bool Finish(string key, string? answer = null) => Locked(() =>
    {
        var first = _inbox.TryGetValue(key, out var row) && !row.Done;
        if (first)
        {
            _inbox[key] = row with { Done = true, Answer = answer };
        }

        return first;
    });

    public void Erase(string conversationId) => Locked(() => _transcripts.Remove(conversationId));

    /// <summary>Erases what was said; what is said next confirms it.</summary>
    public void Clear(string conversationId) => Locked(() =>
    {
        _transcripts[conversationId].Rows.Clear();
        return _transcripts[conversationId].Confirmation = _transcripts[conversationId].Last + 1;
    });

    public void AddKey(SigningKey key) => Locked(() =>
    {
        _keys.Insert(0, key);
        return 0;
    });

    public Task<bool> CreateAsync(WebConversation conversation, CancellationToken cancellationToken) =>
        Reached(() => _transcripts.TryAdd(conversation.Id, new Transcript(conversation)));

    public async Task<WebConversation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (Hanging is { } hanging)
        {
            hanging.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return await Reached(() => _transcripts.GetValueOrDefault(id)?.Conversation);
    }

    public Task<WebConversation?> NewestOfAsync(string userId, CancellationToken cancellationToken) =>
        Reached(() => _transcripts.Values.Select(transcript => transcript.Conversation).Where(one => one.UserId == userId).MaxBy(one => one.CreatedAt));

    public Task SeenAsync(string id, CancellationToken cancellationToken) => Reached(() =>
    {
        SeenCount++;
        var transcript = _transcripts[id];
        return transcript.Conversation = transcript.Conversation with { SeenAt = clock.GetCurrentInstant() };
    });

    public Task<BotActivity?> ReturnedAsync(string id, Func<Absence, BotActivity?> tell, CancellationToken cancellationToken) =>
        Reached(() =>
        {
            SeenCount++;
            var (transcript, now) = (_transcripts[id], clock.GetCurrentInstant());
            var returned = transcript.Last == 0 ? null : tell(new Absence(transcript.Conversation.SeenAt, now, transcript.Missed, transcript.Conversation.UserId));
            transcript.Conversation = transcript.Conversation with { SeenAt = now };
            transcript.Missed = 0;
            return returned is not null && _inbox.TryAdd(returned.Key!, (returned, "directline", now, false, null)) ? returned : null;
        });

    /// <summary>Nudges that came while nobody looked.</summary>
    public void Miss(string conversationId, int nudges) => Locked(() => _transcripts[conversationId].Missed += nudges);

    public Task<StoredActivity> PostAsync(
        string conversationId, BotActivity activity, string? clientActivityId, bool toRun,
        CancellationToken cancellationToken) => Reached(() =>
        {
            var stored = Add(_transcripts[conversationId], activity, clientActivityId is null ? null : "client " + clientActivityId);
            if (toRun && !stored.Repeat)
            {
                _inbox[stored.Activity.Key!] = (stored.Activity, "directline", clock.GetCurrentInstant(), false, null);
            }

            return stored;
        });

    public Task<StoredActivity?> AppendAsync(string conversationId, BotActivity activity, string outgoing, bool shown,
        CancellationToken cancellationToken) =>
        Reached(() => _transcripts.TryGetValue(conversationId, out var transcript) ? Add(transcript, activity, "bot " + outgoing) : null);

    public Task<StoredActivity?> ReplaceAsync(
        string conversationId, BotActivity activity, string replaces, string outgoing, CancellationToken cancellationToken) => Reached(() =>
        {
            if (!_transcripts.TryGetValue(conversationId, out var transcript)
                || !transcript.Known.TryGetValue("bot " + replaces, out var sequence))
            {
                return null;
            }

            var index = transcript.Rows.FindIndex(row => row.Sequence == sequence);
            var old = transcript.Rows[index];
            if (!transcript.Known.TryAdd("bot " + outgoing, sequence))
            {
                return old with { Repeat = true };
            }

            return transcript.Rows[index] = old with
            {
                Changed = ++transcript.Last,
                Activity = activity with { Id = old.Activity.Id, Timestamp = old.Activity.Timestamp },
            };
        });

    public Task<IReadOnlyList<StoredActivity>> ReadAsync(string conversationId, long after, int most,
        CancellationToken cancellationToken) =>
        Reached<IReadOnlyList<StoredActivity>>(() => _transcripts.TryGetValue(conversationId, out var transcript)
            ? [.. transcript.Rows.Where(row => row.Changed > after).OrderBy(row => row.Changed).Take(most)
                .Select(row => row with { Cleared = row.Sequence == transcript.Confirmation })]
            : []);

    public Task<long> WatermarkAsync(string conversationId, CancellationToken cancellationToken) =>
        Reached(() => _transcripts[conversationId].Last);

    public Task<long> WatermarkBeforeNewestAsync(string conversationId, int most, CancellationToken cancellationToken) => Reached(() =>
    {
        var changes = _transcripts[conversationId].Rows.Select(row => row.Changed).OrderDescending().Take(most + 1).ToList();
        return changes.Count > most ? changes[most] : 0;
    });

    public Task<int> TrimAsync(Instant before, CancellationToken cancellationToken) => Reached(() => 0);

    public Task<IReadOnlyDictionary<string, long>> WatermarksAsync(
        IReadOnlyCollection<string> conversations, CancellationToken cancellationToken) => Reached<IReadOnlyDictionary<string, long>>(() =>
        {
            Looks++;
            return conversations.Where(_transcripts.ContainsKey).ToDictionary(id => id, id => _transcripts[id].Last);
        });

    public Task LookedAtAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken) => Reached(() =>
    {
        foreach (var transcript in conversations.Select(id => _transcripts[id]))
        {
            transcript.Conversation = transcript.Conversation with { SeenAt = clock.GetCurrentInstant() };
        }

        return 0;
    });

    public Task<bool> ReceiveAsync(BotActivity activity, string sink, CancellationToken cancellationToken) =>
        Reached(() => _inbox.TryAdd(activity.Key!, (activity, sink, clock.GetCurrentInstant(), false, null)));

    Task<InboxRow?> IInbox.FindAsync(string key, CancellationToken cancellationToken) =>
        Reached(() => _inbox.TryGetValue(key, out var row) ? new InboxRow(row.Done, row.Answer) : null);

    public Task CloseAsync(string key, string? answer, CancellationToken cancellationToken) => Reached(() => Finish(key, answer));

    public Task<IReadOnlyList<Unfinished>> UnfinishedAsync(string sink, int most, CancellationToken cancellationToken) =>
        Reached<IReadOnlyList<Unfinished>>(() =>
        [.. _inbox.Values.Where(row => !row.Done && row.Sink == sink).Take(most).Select(row => new Unfinished(row.Activity, row.Sink, row.At))]);

    public Task<IReadOnlyList<SigningKey>> AllAsync(CancellationToken cancellationToken) => Reached<IReadOnlyList<SigningKey>>(() =>
    {
        KeyReads++;
        return [.. _keys];
    });

    public Task<SigningKey> AddFirstAsync(SigningKey key, CancellationToken cancellationToken) => Reached(() =>
    {
        if (_keys.Count == 0)
        {
            _keys.Add(key);
        }

        return _keys[0];
    });

    private StoredActivity Add(Transcript transcript, BotActivity activity, string? known)
    {
        if (known is not null && transcript.Known.TryGetValue(known, out var sequence))
        {
            return transcript.Rows.Single(row => row.Sequence == sequence) with { Repeat = true };
        }

        transcript.At = Instant.Max(clock.GetCurrentInstant(), transcript.At + Duration.FromMilliseconds(1));
        sequence = ++transcript.Last;
        var stored = new StoredActivity(sequence, sequence, activity with
        {
            Id = $"{transcript.Conversation.Id}|{sequence:0000000}",
            Timestamp = transcript.At.ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", null),
            Conversation = new ConversationAccount { Id = transcript.Conversation.Id },
        }, Repeat: false);
        transcript.Rows.Add(stored);
        if (known is not null)
        {
            transcript.Known[known] = sequence;
        }

        return stored;
    }

    private Task<T> Reached<T>(Func<T> work) =>
        Away ? Task.FromException<T>(new StoreUnavailableException()) : Task.FromResult(Locked(work));

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    private sealed class Transcript(WebConversation conversation)
    {
        public WebConversation Conversation { get; set; } = conversation;

        public List<StoredActivity> Rows { get; } = [];

        public Dictionary<string, long> Known { get; } = [];

        public long Last { get; set; }

        public int Missed { get; set; }

        public long? Confirmation { get; set; }

        public Instant At { get; set; } = Instant.MinValue;
    }
}
